package io.seikyu.eventlog.erasure;

import java.util.List;

/**
 * One person's data was erased.
 *
 * @param number   of all erasures of this log, from 1
 * @param position of the event that says so
 * @param stream   the payer's
 * @param subjects whose keys are gone
 */
public record Erasure(long number, long position, String stream, List<String> subjects) {
    /** First segment of the stream. */
    public String tenant() {
        return stream.substring(0, stream.indexOf('/'));
    }
}
