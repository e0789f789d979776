package io.seikyu.eventlog;

import java.time.Instant;

/**
 * An event of the log.
 *
 * @param position   gapless over the whole log, from 0
 * @param recordedAt when its commit was recorded; never goes back along the log
 * @param event      as it was appended
 */
public record StoredEvent(long position, Instant recordedAt, NewEvent event) {}
