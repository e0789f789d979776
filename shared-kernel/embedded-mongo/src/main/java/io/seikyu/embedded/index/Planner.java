package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Picks how a query is answered with the least work. It counts what lies in the parts of the indexes that come into
 * question, which costs next to nothing, and guesses from it how many documents fit.
 */
final class Planner {
    /** The work of reading a document by its position, in that of reading an entry of an index. */
    private static final double FETCH = 20;
    /** The same, when all documents are read one after the other. */
    private static final double NEXT = 10;

    private final List<OrderedIndex> indexes;
    private final long documents;
    private final Document orderBy;
    private final long needed;

    /** @param needed how many fitting documents are wanted, the skipped ones included; 0 for all */
    Planner(List<OrderedIndex> indexes, long documents, Document orderBy, long needed) {
        this.indexes = indexes;
        this.documents = documents;
        this.orderBy = orderBy;
        this.needed = needed == 0 ? Long.MAX_VALUE : needed;
    }

    /** @return empty when going through all documents is as good */
    Optional<Plan> plan(Document query) {
        Conditions conditions = Conditions.of(query);
        Optional<Plan> exact = byUniqueValue(conditions);
        if (exact.isPresent()) {
            return exact;
        }
        List<Scan> scans = indexes.stream()
                .filter(OrderedIndex::isOfUse)
                .map(index -> Scan.of(index, conditions))
                .toList();
        List<Union> unions = unions(conditions);
        double fitting = fitting(scans);
        for (Union union : unions) {
            fitting *= Math.min(1, union.count() / Math.max(1.0, documents));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Scan scan : scans) {
            candidates.addAll(candidates(scan, fitting));
        }
        for (Union union : unions) {
            candidates.add(gathered(union.count(), fitting, union::positions));
        }
        double through = documents * NEXT;
        if (orderBy.isEmpty()) {
            through = NEXT * tried(documents, fitting);
        }
        Candidate best = null;
        for (Candidate candidate : candidates) {
            if (candidate.work() < (best == null ? through : best.work())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best).map(Candidate::plan);
    }

    /** Values of a field of which each stands once: nothing leads to fewer documents, so no other index is looked at. */
    private Optional<Plan> byUniqueValue(Conditions conditions) {
        for (OrderedIndex index : indexes) {
            boolean asked = index.isUnique()
                    && index.isOfUse()
                    && index.fields().size() == 1
                    && conditions.isOn(index.fields().get(0));
            if (asked) {
                Scan scan = Scan.of(index, conditions);
                if (scan.isOfValues()) {
                    return Optional.of(gathered(0, 0, scan::positions).plan());
                }
            }
        }
        return Optional.empty();
    }

    /** A guess, taking what is asked of different fields as independent of each other. */
    private double fitting(List<Scan> scans) {
        List<Scan> narrow = new ArrayList<>(
                scans.stream().filter(scan -> !scan.bounded().isEmpty()).toList());
        narrow.sort(Comparator.comparingLong(Scan::count));
        if (narrow.isEmpty()) {
            return documents;
        }
        double widest = Math.max(1, narrow.get(narrow.size() - 1).count());
        double fitting = narrow.get(0).count();
        Set<String> regarded = new HashSet<>(narrow.get(0).bounded());
        for (Scan scan : narrow) {
            if (regarded.addAll(scan.bounded())) {
                fitting *= scan.count() / widest;
            }
        }
        return fitting;
    }

    /** How many of {@code of} have to be looked at until enough fit. */
    private double tried(double of, double fitting) {
        return needed >= fitting ? of : needed * of / fitting;
    }

    private List<Candidate> candidates(Scan scan, double fitting) {
        List<Candidate> candidates = new ArrayList<>();
        long count = scan.count();
        Optional<Scan.Direction> inOrder = scan.inOrderOf(orderBy);
        inOrder.ifPresent(direction -> candidates.add(new Candidate(
                FETCH * tried(count, fitting), new Plan(() -> scan.positions(direction), Plan.Order.DONE))));
        if (!scan.bounded().isEmpty() && (inOrder.isEmpty() || !orderBy.isEmpty())) {
            candidates.add(gathered(count, fitting, scan::positions));
        }
        return candidates;
    }

    /** All positions first; by {@code _id}, which they are, they can be sorted before any document is read. */
    private Candidate gathered(long count, double fitting, Supplier<Iterator<Object>> positions) {
        if (isById()) {
            return new Candidate(3 * count + FETCH * tried(count, fitting), new Plan(positions, Plan.Order.BY_ID));
        }
        boolean sorted = !orderBy.isEmpty();
        return new Candidate(
                FETCH * (sorted ? count : tried(count, fitting)),
                new Plan(positions, sorted ? Plan.Order.NONE : Plan.Order.DONE));
    }

    private boolean isById() {
        return orderBy.keySet().equals(Set.of("_id"));
    }

    private List<Union> unions(Conditions conditions) {
        return conditions.alternatives().stream()
                .flatMap(any -> union(conditions, any).stream())
                .toList();
    }

    private Optional<Union> union(Conditions conditions, List<Document> any) {
        List<Scan> scans = new ArrayList<>();
        for (Document one : any) {
            Conditions both = conditions.and(one);
            Optional<Scan> best = indexes.stream()
                    .filter(OrderedIndex::isOfUse)
                    .map(index -> Scan.of(index, both))
                    .filter(scan -> !scan.bounded().isEmpty())
                    .min(Comparator.comparingLong(Scan::count));
            if (best.isEmpty()) {
                return Optional.empty();
            }
            scans.add(best.get());
        }
        return scans.isEmpty() ? Optional.empty() : Optional.of(new Union(scans));
    }

    /** Everything that fits one of several queries, each of which an index narrows. */
    private record Union(List<Scan> scans) {
        long count() {
            return scans.stream().mapToLong(Scan::count).sum();
        }

        Iterator<Object> positions() {
            Set<Object> positions = new LinkedHashSet<>();
            scans.forEach(scan -> scan.positions().forEachRemaining(positions::add));
            return positions.iterator();
        }
    }

    private record Candidate(double work, Plan plan) {}
}
