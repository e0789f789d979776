package io.seikyu.command.reaction;

import io.seikyu.contract.Event;
import io.seikyu.projection.Recorded;
import java.util.Set;

/**
 * What is done when something happened: an event leads to a command, which decides for itself whether there is anything
 * to do. Each is a bean; its class says {@code When…Then…}. An event may come again, in this process or another: the
 * command it leads to has to be one by its cause, or to say nothing the second time.
 */
public interface Reaction {
    /** Stored names of the events that it hears of. */
    Set<String> hearsOf();

    /** @param recorded where the event stands, and who caused it */
    void react(Event event, Recorded recorded);

    /** Whether something that was heard is still to be done, because more like it may be heard in a moment. */
    default boolean hasPutOff() {
        return false;
    }

    /** Does what was put off. */
    default void doPutOff() {}

    /** Does what was left undone when no process ran; called once at the start, before any event is heard. */
    void catchUp();
}
