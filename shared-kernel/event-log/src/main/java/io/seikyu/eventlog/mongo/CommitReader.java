package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads commits by position. Documents are numbered by commit, so a position is found by narrowing in on it. */
final class CommitReader {
    private static final int WINDOW = 8;
    private static final int BLOCK = 1_000;
    private static final int LOOKS_FOR_A_MISSING_ONE = 20;
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final CommitStore store;
    private final Head head;
    private final PlaceCache cache;

    CommitReader(CommitStore store, Head head, PlaceCache cache) {
        this.store = store;
        this.head = head;
        this.cache = cache;
    }

    List<StoredCommit> read(long position, int maxEvents) {
        return store.commits(places(position, maxEvents));
    }

    /** The places of commits from the one that holds {@code position}, until {@code maxEvents} are reached. */
    List<Place> places(long position, int maxEvents) {
        Optional<Place> start = maxEvents <= 0 ? Optional.empty() : locate(position);
        if (start.isEmpty()) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        places.add(start.get());
        long events = start.get().last() - start.get().first() + 1;
        long end = head.place().number();
        while (events < maxEvents) {
            Place before = places.get(places.size() - 1);
            if (before.number() == end) {
                end = head.refresh().number();
                if (before.number() == end) {
                    break;
                }
            }
            long block = Math.min(BLOCK, maxEvents - events);
            for (Place place : whole(before.number() + 1, Math.min(end, before.number() + block))) {
                if (place.first() != before.last() + 1) {
                    throw new LogDamagedException(
                            "commit number " + place.number() + " begins at " + place.first() + ", not at "
                                    + (before.last() + 1),
                            null);
                }
                if (events >= maxEvents) {
                    break;
                }
                places.add(place);
                events += place.last() - place.first() + 1;
                before = place;
            }
        }
        places.forEach(cache::add);
        return places;
    }

    /** The commit that holds {@code position}; empty beyond the head. */
    Optional<Place> locate(long position) {
        if (position > head.place().last() && position > head.refresh().last()) {
            return Optional.empty();
        }
        if (position < 0) {
            throw new IllegalArgumentException("there is no position " + position);
        }
        Place low = cache.atOrBefore(position).orElse(Place.BEFORE_THE_FIRST);
        Place high = cache.after(position).orElse(head.place());
        if (high.holds(position)) {
            return Optional.of(high);
        }
        boolean halve = false;
        while (!low.holds(position)) {
            long guess = guess(low, high, position, halve);
            long from = Math.max(low.number() + 1, guess - WINDOW);
            long to = Math.max(from, Math.min(high.number(), guess + WINDOW));
            for (Place place : whole(from, to)) {
                if (place.first() <= position) {
                    low = place;
                } else {
                    high = place;
                    break;
                }
            }
            if (!low.holds(position) && low.number() + 1 >= high.number()) {
                if (high.holds(position)) {
                    low = high;
                } else {
                    throw new LogDamagedException("no commit holds position " + position, null);
                }
            }
            halve = !halve;
        }
        cache.add(low);
        return Optional.of(low);
    }

    /** By the share of positions, as if all commits were of one size, and by halves, as they are not. */
    private static long guess(Place low, Place high, long position, boolean halve) {
        long numbers = high.number() - low.number();
        if (halve) {
            return low.number() + numbers / 2;
        }
        double share = (position - low.last()) / (double) Math.max(1, high.first() - low.last());
        return low.number() + Math.max(1, Math.min(numbers, Math.round(share * numbers)));
    }

    /**
     * All places from one number to another. One that is missing below the head is looked for again: a primary that has
     * just been elected may show it a moment later.
     *
     * @throws LogDamagedException when it stays missing
     */
    List<Place> whole(long from, long to) {
        List<Place> places = List.of();
        for (int look = 0; look < LOOKS_FOR_A_MISSING_ONE; look++) {
            places = store.places(from, to);
            if (places.size() == to - from + 1) {
                return places;
            }
            Pause.millis(BETWEEN_LOOKS_MILLIS);
        }
        long expected = from;
        for (Place place : places) {
            if (place.number() != expected) {
                break;
            }
            expected++;
        }
        throw new LogDamagedException("commit number " + expected + " is missing", null);
    }
}
