package io.seikyu.eventlog.erasure;

import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * All erasures of a log, found without reading it: the commit of each claims the next number. What the log says is
 * decided; deleting the keys follows it, and is done again by whoever opens the log next.
 */
public final class Erasures {
    private static final String TYPE =
            EventCatalogue.of(PersonalDataErased.class).name();

    private final EventLog log;
    private final List<Erasure> known = new ArrayList<>();

    public Erasures(EventLog log) {
        this.log = log;
    }

    /** Deletes every key that the log says is deleted: a crash, or keys that were restored, may have left some. */
    public static void complete(EventLog log, SubjectKeys keys) {
        new Erasures(log).all().forEach(erasure -> erasure.subjects().forEach(keys::erase));
    }

    /** In the order of their numbers, as far as the log goes now. */
    public synchronized List<Erasure> all() {
        while (next()) {
            // there may be more
        }
        return List.copyOf(known);
    }

    /** What the commit of the next one claims. */
    public String nextClaim() {
        return claim(all().size() + 1);
    }

    private boolean next() {
        long number = known.size() + 1L;
        OptionalLong position = log.holderOf(claim(number));
        position.ifPresent(at -> log.read(at, 1).get(0).events().stream()
                .filter(stored -> stored.event().type().equals(TYPE))
                .forEach(stored -> known.add(erasure(number, stored))));
        return position.isPresent();
    }

    private static Erasure erasure(long number, StoredEvent stored) {
        // nothing of it is sealed
        PersonalDataErased event = EventJson.mapper().readValue(stored.event().payload(), PersonalDataErased.class);
        return new Erasure(number, stored.position(), stored.event().stream(), event.subjects());
    }

    private static String claim(long number) {
        return "erasure/" + number;
    }
}
