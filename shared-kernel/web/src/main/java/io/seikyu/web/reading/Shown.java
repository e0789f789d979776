package io.seikyu.web.reading;

import io.seikyu.contract.access.ReadingEvent.Reading;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.contract.catalogue.PersonalFields;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the request that this thread answers has shown so far. Whoever takes something out of a view or out of the log that
 * may be personal says so here; where no question is being answered that is heard by nobody. Of a command it counts what
 * its answer tells.
 */
public final class Shown {
    /** Of more, only the number is kept. */
    static final int MOST = 100;

    private static final ThreadLocal<Shown> CURRENT = new ThreadLocal<>();

    private final Instant since;
    private final String keyId;
    private final String route;
    private final boolean question;
    private Set<String> streams = new LinkedHashSet<>();
    private String last;
    private int count;

    /** @param question whether whatever is looked at is shown, as a command's is not */
    Shown(Instant since, String keyId, String route, boolean question) {
        this.since = since;
        this.keyId = keyId;
        this.route = route;
        this.question = question;
    }

    /** Whether something of an event of this kind may be personal. */
    public static boolean mayBePersonal(EventType<?> type) {
        return type.personal() != PersonalFields.none();
    }

    /** The same of a kind that has to be in the catalogue. */
    public static boolean mayBePersonal(String type) {
        return EventCatalogue.named(type).filter(Shown::mayBePersonal).isPresent();
    }

    /**
     * It is looked at.
     *
     * @param stream of the thing
     */
    public static void note(String stream) {
        Shown current = CURRENT.get();
        if (current != null && current.question) {
            current.add(stream);
        }
    }

    /**
     * The answer tells of it, to whatever was asked.
     *
     * @param stream of the thing
     */
    public static void told(String stream) {
        Shown current = CURRENT.get();
        if (current != null) {
            current.add(stream);
        }
    }

    private synchronized void add(String stream) {
        if (stream.equals(last)) {
            return;
        }
        last = stream;
        if (streams.size() < MOST) {
            count += streams.add(stream) ? 1 : 0;
        } else if (!streams.contains(stream)) {
            count++;
        }
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    Instant since() {
        return since;
    }

    /** What was shown since this was asked last, or null when nothing was. */
    synchronized Reading taken() {
        if (count == 0) {
            return null;
        }
        Reading reading = new Reading(since, keyId, route, List.copyOf(streams), count, 1);
        streams = new LinkedHashSet<>();
        last = null;
        count = 0;
        return reading;
    }
}
