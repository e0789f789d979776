package io.seikyu.eventlog.axon;

import io.seikyu.contract.Event;

/**
 * Stands for the payload of a stored event that this version cannot read, because its name or its revision is newer.
 * There is no instance: asking for the payload throws {@link UnreadableEventException}, so that a handler of all events
 * fails on this one alone, while handlers of other events pass it by.
 */
public final class UnreadableEvent implements Event {
    private UnreadableEvent() {}
}
