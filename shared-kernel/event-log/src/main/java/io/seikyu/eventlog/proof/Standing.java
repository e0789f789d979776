package io.seikyu.eventlog.proof;

import java.time.Instant;

/**
 * How far a check is, and all that is needed to go on from there later.
 *
 * @param through    the last position that was checked
 * @param hash       of its commit, hexadecimal
 * @param recordedAt of its commit
 * @param vouched    the last position that a checkpoint vouched for, or -1
 */
public record Standing(long through, String hash, Instant recordedAt, long vouched) {}
