package io.seikyu.contract.deadletter;

import io.seikyu.contract.Event;

/** What becomes of events that a view cannot digest. */
public sealed interface DeadLetterEvent extends Event {
    /**
     * A person decided that a view does without an event. It is in the log, so that a rebuild does without it too.
     *
     * @param projection the name of the view, or of the list of open work
     * @param eventId    of the event that is left out
     * @param stream     of that event
     * @param position   of that event
     */
    record DeadLetterDiscarded(String projection, String eventId, String stream, long position, String reason)
            implements DeadLetterEvent {}
}
