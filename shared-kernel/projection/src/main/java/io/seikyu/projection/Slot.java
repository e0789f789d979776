package io.seikyu.projection;

import io.seikyu.contract.Event;
import java.util.SortedMap;
import java.util.TreeMap;

/** One document while a batch passes over it: what was read, and what it became. */
final class Slot<V> {
    /** The stored position of a document that is not there yet. */
    static final long ABSENT = -1;

    private final String id;
    private long readAt;
    private final SortedMap<String, Long> sources;
    private V view;
    private long version;
    private Sighting firstChange;
    private Sighting lastChange;
    private final long readErasure;
    private final long erasure;

    Slot(String id, long readAt, SortedMap<String, Long> sources, V view, long version, long erasure) {
        this(id, readAt, sources, view, version, erasure, erasure);
    }

    private Slot(
            String id,
            long readAt,
            SortedMap<String, Long> sources,
            V view,
            long version,
            long readErasure,
            long erasure) {
        this.id = id;
        this.readAt = readAt;
        this.sources = sources;
        this.view = view;
        this.version = version;
        this.readErasure = readErasure;
        this.erasure = erasure;
    }

    static <V> Slot<V> absent(String id) {
        return new Slot<>(id, ABSENT, new TreeMap<>(), null, ABSENT, 0);
    }

    /** Empty, to be written over this one: it is made again after an erasure of that number. */
    Slot<V> again(long number) {
        return new Slot<>(id, readAt, new TreeMap<>(), null, ABSENT, readErasure, number);
    }

    /** Whether this event, or a later one of its stream, is in the view already. */
    boolean saw(Sighting sighting) {
        return sources.getOrDefault(sighting.stream(), ABSENT) >= sighting.position();
    }

    /** Leaves the view as it is when folding fails. */
    void apply(Folds<V> folds, Event event, Sighting sighting) {
        view = folds.apply(view, event, sighting.recorded());
        pass(sighting);
    }

    /** Takes note of an event without which the view does. */
    void pass(Sighting sighting) {
        sources.put(sighting.stream(), sighting.position());
        if (sighting.stream().equals(id)) {
            version = sighting.sequence();
        }
        if (firstChange == null) {
            firstChange = sighting;
        }
        lastChange = sighting;
    }

    String id() {
        return id;
    }

    long readAt() {
        return readAt;
    }

    /** The number of the last erasure after which the stored document was made again; 0 when it never was. */
    long readErasure() {
        return readErasure;
    }

    /** The same, of what is to be written. */
    long erasure() {
        return erasure;
    }

    /** The last position that is in the view, of whatever source. */
    long position() {
        return sources.values().stream().mapToLong(Long::longValue).max().orElse(ABSENT);
    }

    SortedMap<String, Long> sources() {
        return sources;
    }

    /** The number of the last event of the document's own stream: what a command calls its version. */
    long version() {
        return version;
    }

    /** Null when there is none, or none any more. */
    V view() {
        return view;
    }

    /** Whether the stored document is not what this one has become; one that began and ended here was never stored. */
    boolean isToBeWritten() {
        return firstChange != null && (view != null || readAt != ABSENT);
    }

    /** The stored document is what this one has become. */
    void written() {
        readAt = view == null ? ABSENT : position();
        firstChange = null;
        lastChange = null;
    }

    /** The last event that made a difference; null when none did. */
    Sighting lastChange() {
        return lastChange;
    }

    /** The event with which the stored document and this one begin to differ; null when they do not. */
    Sighting firstChange() {
        return firstChange;
    }
}
