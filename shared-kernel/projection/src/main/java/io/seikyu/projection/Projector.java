package io.seikyu.projection;

import io.seikyu.projection.ParkedSequences.Parking;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch of events into the views: one read, folding in memory, one write. A batch that comes again, whole or in
 * part, changes nothing. When {@link #apply} returns, each event of the batch is in its view or parked.
 */
final class Projector<V> {
    private static final Logger log = LoggerFactory.getLogger(Projector.class);

    private final Projection<V> projection;
    private final ViewCollection<V> views;
    private final ParkedSequences parked;
    private final Discards discards;

    Projector(Projection<V> projection, ViewCollection<V> views, ParkedSequences parked, Discards discards) {
        this.discards = discards;
        this.projection = projection;
        this.views = views;
        this.parked = parked;
    }

    /**
     * @throws RuntimeException when a store cannot be reached or another process has taken over: nothing is lost, the
     *                          batch comes again
     */
    void apply(List<Sighting> batch) {
        Set<String> sequences = new LinkedHashSet<>();
        batch.forEach(sighting -> sequences.add(sighting.stream()));
        Map<String, Long> parkedFrom = parked.among(sequences);
        Map<String, Slot<V>> slots = views.load(sequences);
        List<Parking> parkings = new ArrayList<>();

        for (Sighting sighting : batch) {
            String sequence = sighting.stream();
            if (parkedFrom.getOrDefault(sequence, Long.MAX_VALUE) <= sighting.position()) {
                parkings.add(new Parking(sequence, sighting, null));
            } else if (!slots.get(sequence).saw(sighting)) {
                fold(slots.get(sequence), sighting, parkedFrom, parkings);
            }
        }

        List<Slot<V>> changed =
                slots.values().stream().filter(Slot::isToBeWritten).toList();
        views.write(changed).forEach((slot, fault) -> {
            // an event behind may have failed by itself; the sequence stands still before both
            parkings.removeIf(parking -> parking.sequence().equals(slot.id()));
            note(parkings, new Parking(slot.id(), slot.firstChange(), fault));
            batch.stream()
                    .filter(later -> later.stream().equals(slot.id())
                            && later.position() > slot.firstChange().position())
                    .forEach(later -> parkings.add(new Parking(slot.id(), later, null)));
        });
        parked.park(parkings);
    }

    /**
     * Applies what waits of one sequence, as far as it can be.
     *
     * @param waiting in order
     * @return the first that cannot, and why; empty when all of it is in the view
     * @throws RuntimeException why it cannot be written, or cannot be just now
     */
    Optional<Parking> applyParked(String sequence, List<Sighting> waiting) {
        discards.refresh();
        Slot<V> slot = views.load(Set.of(sequence)).get(sequence);
        Optional<Parking> stuck = Optional.empty();
        for (Sighting sighting : waiting) {
            if (stuck.isEmpty() && !slot.saw(sighting)) {
                stuck = fold(slot, sighting).map(fault -> new Parking(sequence, sighting, fault));
            }
        }
        if (slot.isToBeWritten()) {
            for (RuntimeException fault : views.write(List.of(slot)).values()) {
                throw fault;
            }
        }
        return stuck;
    }

    /**
     * Folds all that {@code fresh} had seen once more, and writes it. Where something cannot be applied any more, the view
     * stands still before it, as it does in a rebuild.
     *
     * @throws StaleViewException when somebody wrote the document meanwhile
     */
    void makeAgain(Slot<V> fresh, List<Sighting> seen) {
        List<Parking> parkings = new ArrayList<>();
        for (Sighting sighting : seen) {
            if (parkings.isEmpty()) {
                fold(fresh, sighting).ifPresent(fault -> note(parkings, new Parking(fresh.id(), sighting, fault)));
            } else {
                parkings.add(new Parking(fresh.id(), sighting, null));
            }
        }
        parked.park(parkings);
        for (RuntimeException fault : views.write(List.of(fresh)).values()) {
            throw fault;
        }
    }

    private void fold(Slot<V> slot, Sighting sighting, Map<String, Long> parkedFrom, List<Parking> parkings) {
        fold(slot, sighting).ifPresent(fault -> {
            parkedFrom.put(sighting.stream(), sighting.position());
            note(parkings, new Parking(sighting.stream(), sighting, fault));
        });
    }

    /** @return why it cannot be applied, unless a person said that the view does without it */
    Optional<RuntimeException> fold(Slot<V> slot, Sighting sighting) {
        String eventId = sighting.message().getIdentifier();
        if (discards.has(projection, eventId)) {
            slot.pass(sighting);
            return Optional.empty();
        }
        try {
            slot.apply(projection.folds(), sighting.event(), sighting);
            return Optional.empty();
        } catch (RuntimeException e) {
            if (Faults.arePassing(e)) {
                throw e;
            }
            if (discards.refresh() && discards.has(projection, eventId)) {
                slot.pass(sighting);
                return Optional.empty();
            }
            return Optional.of(e);
        }
    }

    private void note(List<Parking> parkings, Parking parking) {
        parkings.add(parking);
        tell(parking);
    }

    /** The message may hold what the event holds, so it goes into the store and not into the program's log. */
    void tell(Parking parking) {
        log.error(
                "projection {}: the event at position {} cannot be applied ({}); {} waits from here on",
                projection.name(),
                parking.at().position(),
                parking.why().getClass().getSimpleName(),
                parking.sequence());
    }
}
