package io.seikyu.eventlog.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Compares the fields by which commits are found with their bodies, and asks for all their keys: the server's index has
 * to lead to these commits and to no others. That each single entry of an index is right is what MongoDB's own {@code
 * validate} command checks.
 */
final class IndexCheck {
    private static final int EVENTS_PER_PORTION = 500;

    private final CommitStore store;
    private final CommitReader reader;

    IndexCheck(CommitStore store, CommitReader reader) {
        this.store = store;
        this.reader = reader;
    }

    Optional<String> fault(long from, long to) {
        long next = Math.max(0, from);
        while (next <= to) {
            List<Place> places = reader.places(next, (int) Math.min(EVENTS_PER_PORTION, to - next + 1));
            if (places.isEmpty()) {
                return Optional.of("there is no commit at position " + next);
            }
            Optional<String> fault = fault(places);
            if (fault.isPresent()) {
                return fault;
            }
            next = places.get(places.size() - 1).last() + 1;
        }
        return Optional.empty();
    }

    private Optional<String> fault(List<Place> places) {
        List<String> keys = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        store.documents(places, document -> check(document, keys, faults));
        if (!faults.isEmpty()) {
            return Optional.of(faults.get(0));
        }
        List<Long> expected = places.stream().map(Place::number).toList();
        List<Long> found = store.holders(keys).stream().map(Place::number).toList();
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("the keys of positions " + places.get(0).first() + " to "
                        + places.get(places.size() - 1).last() + " lead to other commits than those");
    }

    private static void check(Document document, List<String> keys, List<String> faults) {
        CommitDocument.fault(document).ifPresent(faults::add);
        keys.addAll(CommitDocument.keys(document));
    }
}
