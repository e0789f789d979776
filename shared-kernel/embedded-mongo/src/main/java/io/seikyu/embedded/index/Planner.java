package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
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
        List<Scan> scans = indexes.stream()
                .filter(OrderedIndex::isOfUse)
                .map(index -> Scan.of(index, conditions))
                .toList();
        double fitting = fitting(scans);
        List<Candidate> candidates = new ArrayList<>();
        for (Scan scan : scans) {
            candidates.addAll(candidates(scan, fitting));
        }
        conditions
                .alternatives()
                .forEach(any -> alternatives(conditions, any, fitting).ifPresent(candidates::add));
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

    /** A guess, taking what is asked of different fields as independent of each other. */
    private double fitting(List<Scan> scans) {
        List<Scan> narrow = new ArrayList<>(
                scans.stream().filter(scan -> !scan.bounded().isEmpty()).toList());
        narrow.sort((one, other) -> Long.compare(one.count(), other.count()));
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
        scan.inOrderOf(orderBy)
                .ifPresent(direction -> candidates.add(new Candidate(
                        FETCH * tried(count, fitting), new Plan(() -> scan.positions(direction), Plan.Order.DONE))));
        if (!scan.bounded().isEmpty() && !orderBy.isEmpty()) {
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

    /** Everything that fits one of several queries, when an index narrows each of them. */
    private Optional<Candidate> alternatives(Conditions conditions, List<Document> any, double fitting) {
        List<Scan> scans = new ArrayList<>();
        long count = 0;
        for (Document one : any) {
            Conditions both = conditions.and(one);
            Optional<Scan> best = indexes.stream()
                    .filter(OrderedIndex::isOfUse)
                    .map(index -> Scan.of(index, both))
                    .filter(scan -> !scan.bounded().isEmpty())
                    .min((a, b) -> Long.compare(a.count(), b.count()));
            if (best.isEmpty()) {
                return Optional.empty();
            }
            scans.add(best.get());
            count += best.get().count();
        }
        return scans.isEmpty()
                ? Optional.empty()
                : Optional.of(gathered(count, Math.min(count, fitting), () -> union(scans)));
    }

    private static Iterator<Object> union(List<Scan> scans) {
        Set<Object> positions = new LinkedHashSet<>();
        scans.forEach(scan -> scan.positions().forEachRemaining(positions::add));
        return positions.iterator();
    }

    private record Candidate(double work, Plan plan) {}
}
