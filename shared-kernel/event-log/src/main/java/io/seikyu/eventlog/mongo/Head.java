package io.seikyu.eventlog.mongo;

import java.util.List;

/**
 * The last commit of which this process knows that it is majority-committed: by a majority read or by the
 * acknowledgement of its own write. It never goes back.
 */
final class Head {
    private static final int FIRST_LOOK = 8;
    private static final int FURTHER_LOOKS = 1_000;

    private final CommitStore store;
    private final PlaceCache cache;
    private volatile Place place = Place.BEFORE_THE_FIRST;

    Head(CommitStore store, PlaceCache cache) {
        this.store = store;
        this.cache = cache;
    }

    Place place() {
        return place;
    }

    /** After an acknowledgement by the majority. */
    synchronized void advance(Place to) {
        cache.add(to);
        if (to.number() > place.number()) {
            place = to;
        }
    }

    /** Looks whether other processes have appended, and returns the head after that. */
    Place refresh() {
        int look = FIRST_LOOK;
        while (true) {
            Place known = place;
            List<Place> next = store.places(known.number() + 1, known.number() + look);
            long expected = known.number() + 1;
            for (Place found : next) {
                // what stands behind a gap is another's write that is not committed in full order yet, or damage
                if (found.number() != expected) {
                    break;
                }
                advance(found);
                expected++;
            }
            if (next.size() < look) {
                return place;
            }
            look = FURTHER_LOOKS;
        }
    }

    /**
     * Finds the head of a log of any length. The server's count is a hint that is proven by looking on from there; where
     * it is wrong, after a crash of the server or because a commit was removed, the largest number counts.
     */
    void find() {
        long hint = store.count() - 1;
        store.place(hint).ifPresent(this::advance);
        refresh();
        if (place.number() != hint) {
            store.place(store.largestNumber()).ifPresent(this::advance);
            refresh();
        }
    }
}
