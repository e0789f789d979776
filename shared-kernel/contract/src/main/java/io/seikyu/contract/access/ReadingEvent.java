package io.seikyu.contract.access;

import io.seikyu.contract.Event;
import java.time.Instant;
import java.util.List;

/** Who looked at what may be personal data (個人データの閲覧記録). Each process of the program has a stream of its own. */
public sealed interface ReadingEvent extends Event {
    /** What was read in a moment, gathered. */
    record PersonalDataRead(List<Reading> readings) implements ReadingEvent {}

    /**
     * One question, or several that were the same.
     *
     * @param firstAt by the machine's clock
     * @param keyId   who asked
     * @param route   as it is documented, e.g. {@code /v1/accounts/{id}}
     * @param streams of the things that were shown, e.g. {@code acme/account/a1}; of many the first ones
     * @param count   how many things were shown
     * @param times   how often the same was asked
     */
    record Reading(Instant firstAt, String keyId, String route, List<String> streams, int count, int times) {
        public Reading {
            streams = List.copyOf(streams);
        }
    }
}
