package io.seikyu.command.client;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of an amendment.
 *
 * @param effectiveFrom the first day on which it holds
 * @param approvalId    the new bank account waits under it for a second person; absent when nothing waits
 */
public record ClientAmendment(
        String id, LocalDate effectiveFrom, @Nullable String approvalId) {}
