package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.NewEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Clashes of streams and events in the words that Axon's engines use. A clash of a claim stays what it is. */
final class Conflicts {
    private Conflicts() {}

    /** @throws RuntimeException as for a stored duplicate, when an event or its place stands in {@code events} twice */
    static void refuseDuplicates(List<NewEvent> events) {
        if (events.size() < 2) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NewEvent event : events) {
            boolean free = event.stream() == null || seen.add(Keys.sequence(event.stream(), event.sequence()));
            if (!free || !seen.add(Keys.event(event.id()))) {
                throw conflict(event, null);
            }
        }
    }

    static RuntimeException of(KeyClaimedException clash, List<NewEvent> events) {
        if (clash.kind() == KeyClaimedException.Kind.CLAIM) {
            return clash;
        }
        for (NewEvent event : events) {
            boolean place = event.stream() != null && isKey(clash, Keys.sequence(event.stream(), event.sequence()));
            if (place || isKey(clash, Keys.event(event.id()))) {
                return conflict(event, clash);
            }
        }
        return new ConcurrencyException(clash.getMessage(), clash);
    }

    /** Engines name a key with or without the letter that tells its kind. */
    private static boolean isKey(KeyClaimedException clash, String key) {
        return key.equals(clash.key()) || key.substring(2).equals(clash.key());
    }

    private static RuntimeException conflict(NewEvent event, Throwable cause) {
        if (event.stream() != null && event.sequence() == 0) {
            return new AggregateStreamCreationException(event.stream() + " exists already", cause);
        }
        String what = event.stream() == null
                ? "event " + event.id() + " is stored already"
                : event.stream() + " already has an event with number " + event.sequence() + " or id " + event.id();
        return new ConcurrencyException(what, cause);
    }
}
