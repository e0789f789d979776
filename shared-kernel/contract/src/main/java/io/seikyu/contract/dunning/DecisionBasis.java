package io.seikyu.contract.dunning;

import java.time.Instant;

/**
 * What a decision stands on, besides its policy: enough to take it again.
 *
 * @param rules    the revision of what decided, e.g. {@code ladder@1}
 * @param at       business time for which it was decided
 * @param position of the log: all that was looked at was as it is there; absent when it moved while it was looked at
 */
public record DecisionBasis(String rules, Instant at, Long position) {}
