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
            List<Place> next = upToTheFirstMissing(before.number() + 1, Math.min(end, before.number() + block));
            if (next.isEmpty()) {
                // what comes before the damage can be read; who asks for the next position hears of it
                break;
            }
            for (Place place : next) {
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
        boolean beyond =
                position > head.place().last() && position > head.refresh().last();
        if (position < 0 || beyond) {
            return Optional.empty();
        }
        Place low = cache.atOrBefore(position).orElse(Place.BEFORE_THE_FIRST);
        Place high = cache.after(position).orElse(head.place());
        boolean halve = false;
        while (!low.holds(position) && !high.holds(position)) {
            long guess = guess(low, high, position, halve);
            long from = Math.max(low.number() + 1, guess - WINDOW);
            long to = Math.min(high.number() - 1, guess + WINDOW);
            List<Place> seen = from <= to ? store.places(from, to) : List.of();
            if (seen.isEmpty()) {
                seen = List.of(between(low, high, position));
            }
            for (Place place : seen) {
                if (place.first() > position) {
                    high = place;
                    break;
                }
                low = place;
            }
            halve = !halve;
        }
        Place found = low.holds(position) ? low : high;
        cache.add(found);
        return Optional.of(found);
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

    private Place between(Place low, Place high, long position) {
        long number = low.number() + 1;
        if (number == high.number()) {
            throw new LogDamagedException("no commit holds position " + position, null);
        }
        List<Place> places = upToTheFirstMissing(number, number);
        if (places.isEmpty()) {
            throw new LogDamagedException("commit number " + number + " is missing", null);
        }
        return places.get(0);
    }

    /**
     * Places from one number on, which end early when one is missing. That is below the head, so it is looked for again
     * before it counts as lost: a primary that has just been elected may show it a moment later.
     */
    private List<Place> upToTheFirstMissing(long from, long to) {
        List<Place> places = store.places(from, to);
        for (int look = 1; look < LOOKS_FOR_A_MISSING_ONE && places.size() <= to - from; look++) {
            Pause.millis(BETWEEN_LOOKS_MILLIS);
            places = store.places(from, to);
        }
        int whole = 0;
        while (whole < places.size() && places.get(whole).number() == from + whole) {
            whole++;
        }
        return places.subList(0, whole);
    }
}
