package io.seikyu.eventlog.mongo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Places that were seen lately, by position: who reads in order never has to search. */
final class PlaceCache {
    private static final int MAX = 4_096;

    private final TreeMap<Long, Place> byFirst = new TreeMap<>();

    synchronized void add(Place place) {
        byFirst.put(place.first(), place);
        if (byFirst.size() > MAX) {
            thin();
        }
    }

    /** The nearest known place that begins at {@code position} or before. */
    synchronized Optional<Place> atOrBefore(long position) {
        return Optional.ofNullable(byFirst.floorEntry(position)).map(Map.Entry::getValue);
    }

    /** The nearest known place that begins behind {@code position}. */
    synchronized Optional<Place> after(long position) {
        return Optional.ofNullable(byFirst.higherEntry(position)).map(Map.Entry::getValue);
    }

    /** Drops every second place, so that what remains is still spread over the log. */
    private void thin() {
        boolean[] drop = {false};
        byFirst.keySet().removeIf(first -> drop[0] = !drop[0]);
    }
}
