package io.seikyu.projection;

import io.seikyu.projection.ParkedSequences.Parked;
import io.seikyu.projection.ParkedSequences.Parking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a build that is far behind the log near to it. Documents stay in memory while events pass over them and are
 * written when they have not been touched for long, so most are written once. Tokens follow when everything is written:
 * what is in a document before its token says so is passed over when it comes again.
 *
 * <p>One thread at a time works on it. It has all segments: nobody else writes these documents meanwhile.
 */
final class Filling<V> {
    private static final Logger log = LoggerFactory.getLogger(Filling.class);
    private static final int WRITTEN_AT_ONCE = 1_000;
    private static final long WRITE_ALL_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final Projection<V> projection;
    private final ViewCollection<V> views;
    private final ParkedSequences parked;
    private final Projector<V> projector;
    private final ClaimedSegments segments;
    private final Held held;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** The one that was touched last is the last one. */
    private final LinkedHashMap<String, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Long> parkedFrom = new HashMap<>();
    private final Map<String, Sighting> waiting = new HashMap<>();
    /** Those that are stored; null when there may be others. */
    private final Set<String> stored;

    private int counted;
    private long writtenAt = System.nanoTime();
    private TrackingToken read;
    /** Whether something that was in memory is neither there nor stored. */
    private boolean isIncomplete;

    private volatile boolean ending;

    Filling(
            Projection<V> projection,
            ViewCollection<V> views,
            ParkedSequences parked,
            Projector<V> projector,
            ClaimedSegments segments,
            Held held) {
        this.projection = projection;
        this.views = views;
        this.parked = parked;
        this.projector = projector;
        this.segments = segments;
        this.held = held;
        held.begin();
        for (Parked one : parked.all()) {
            parkedFrom.put(one.sequence(), one.from());
        }
        this.stored = views.isEmpty() ? new HashSet<>() : null;
    }

    Projection<V> projection() {
        return projection;
    }

    /** Behind which event to begin; null: with the first. */
    TrackingToken from() {
        return segments.furthestBehind();
    }

    /** Everything up to here is in the stored documents. */
    long position() {
        return segments.position();
    }

    /** Asks it to end where it is. Who waits no longer than he likes ends nobody else's waiting. */
    CompletableFuture<Void> end() {
        ending = true;
        return over.copy();
    }

    boolean isEnding() {
        return ending;
    }

    CompletableFuture<Void> over() {
        return over;
    }

    /**
     * @param batch of this projection, in order
     * @param upTo  that has been read, whether of this projection or not
     */
    void apply(List<Sighting> batch, TrackingToken upTo) {
        if (ending) {
            return;
        }
        try {
            load(batch);
            for (Sighting sighting : batch) {
                apply(sighting);
                read = sighting.token();
            }
            read = upTo;
            giveUp(held.tooMany(counted, slots.size()));
            counted = slots.size();
            if (System.nanoTime() - writtenAt > WRITE_ALL_EVERY) {
                writeAll();
            }
            segments.keep();
        } catch (RuntimeException e) {
            ending = true;
            log.warn("projection {} goes on event by event ({})", projection.name(), e.toString());
        }
    }

    private void load(List<Sighting> batch) {
        Set<String> missing = new LinkedHashSet<>();
        for (Sighting sighting : batch) {
            if (!slots.containsKey(sighting.stream())) {
                missing.add(sighting.stream());
            }
        }
        if (stored != null) {
            missing.removeIf(id -> {
                boolean isNew = !stored.contains(id);
                if (isNew) {
                    slots.put(id, Slot.absent(id));
                }
                return isNew;
            });
        }
        if (!missing.isEmpty()) {
            slots.putAll(views.load(missing));
        }
    }

    private void apply(Sighting sighting) {
        String sequence = sighting.stream();
        if (parkedFrom.getOrDefault(sequence, Long.MAX_VALUE) <= sighting.position()) {
            waiting.put(sequence, sighting);
            return;
        }
        Slot<V> slot = slots.get(sequence);
        if (!slot.saw(sighting)) {
            projector.fold(slot, sighting).ifPresent(fault -> {
                write(List.of(slot));
                // what could not be written waits from before this one
                if (parkedFrom.containsKey(sequence)) {
                    waiting.put(sequence, sighting);
                } else {
                    park(new Parking(sequence, sighting, fault));
                }
            });
        }
    }

    private void park(Parking parking) {
        projector.tell(parking);
        boolean before = isIncomplete;
        isIncomplete = true;
        parked.park(List.of(parking));
        isIncomplete = before;
        parkedFrom.put(parking.sequence(), parking.at().position());
    }

    /** Those that were not touched for longest. */
    private void giveUp(int count) {
        List<Slot<V>> leaving = new ArrayList<>();
        Iterator<Slot<V>> oldest = slots.values().iterator();
        for (int i = 0; i < count && oldest.hasNext(); i++) {
            leaving.add(oldest.next());
            oldest.remove();
        }
        write(leaving);
    }

    private void writeAll() {
        write(List.copyOf(slots.values()));
        List<Parking> behind = new ArrayList<>();
        waiting.forEach((sequence, last) -> behind.add(new Parking(sequence, last, null)));
        parked.park(behind);
        waiting.clear();
        if (read != null) {
            segments.advance(read);
        }
        writtenAt = System.nanoTime();
    }

    /** Unless it succeeds it is not known any more what is stored. */
    private void write(Collection<Slot<V>> all) {
        boolean before = isIncomplete;
        isIncomplete = true;
        List<Slot<V>> changed = all.stream().filter(Slot::isToBeWritten).toList();
        for (int from = 0; from < changed.size(); from += WRITTEN_AT_ONCE) {
            List<Slot<V>> some = changed.subList(from, Math.min(from + WRITTEN_AT_ONCE, changed.size()));
            Map<Slot<V>, RuntimeException> faults = views.write(some);
            for (Slot<V> slot : some) {
                if (faults.containsKey(slot)) {
                    park(new Parking(slot.id(), slot.firstChange(), faults.get(slot)));
                    waiting.put(slot.id(), slot.lastChange());
                    slots.remove(slot.id());
                } else {
                    slot.written();
                    remember(slot);
                }
            }
            segments.keep();
        }
        isIncomplete = before;
    }

    private void remember(Slot<V> slot) {
        if (stored != null) {
            stored.add(slot.id());
        }
    }

    /** Writes what is in memory, and lets others have the segments. */
    void finish() {
        try {
            if (!isIncomplete) {
                writeAll();
            }
        } catch (RuntimeException e) {
            log.warn("projection {} is filled from an earlier event on ({})", projection.name(), e.toString());
        } finally {
            slots.clear();
            held.end(counted);
            segments.release();
            over.complete(null);
        }
    }
}
