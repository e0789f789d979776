package io.seikyu.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Decimal128;

/**
 * Two builds of one projection, held against each other: how many documents, the sums of their amounts, and which
 * documents are not the same. Both may go on being fed meanwhile: a document that one of them read further is looked at
 * again.
 */
final class Comparison {
    private static final int EXAMPLES = 10;
    private static final int LOOKS = 40;
    private static final long BETWEEN_LOOKS = 25;

    private final ViewCollection<?> one;
    private final ViewCollection<?> other;
    private final Side before = new Side();
    private final Side after = new Side();
    private long different;
    private final List<String> examples = new ArrayList<>();

    private Comparison(ViewCollection<?> one, ViewCollection<?> other) {
        this.one = one;
        this.other = other;
    }

    static Comparison of(ViewCollection<?> before, ViewCollection<?> after) {
        Comparison comparison = new Comparison(before, after);
        comparison.walk();
        return comparison;
    }

    /** Side by side, in the order of their names. */
    private void walk() {
        Iterator<Document> left = one.documents();
        Iterator<Document> right = other.documents();
        Document here = next(left);
        Document there = next(right);
        while (here != null || there != null) {
            int order = here == null ? 1 : there == null ? -1 : idOf(here).compareTo(idOf(there));
            Document first = order <= 0 ? here : null;
            Document second = order >= 0 ? there : null;
            compare(first != null ? idOf(first) : idOf(second), first, second);
            here = order <= 0 ? next(left) : here;
            there = order >= 0 ? next(right) : there;
        }
    }

    private static Document next(Iterator<Document> documents) {
        return documents.hasNext() ? documents.next() : null;
    }

    private static String idOf(Document document) {
        return document.getString("_id");
    }

    private void compare(String id, Document here, Document there) {
        Document first = here;
        Document second = there;
        for (int look = 0; look < LOOKS && !ViewDocuments.same(first, second); look++) {
            if (look > 0) {
                pause();
            }
            first = one.document(id);
            second = other.document(id);
        }
        before.add(first);
        after.add(second);
        if (!ViewDocuments.same(first, second)) {
            different++;
            if (examples.size() < EXAMPLES) {
                examples.add(id);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long different() {
        return different;
    }

    /** {@code {before: {documents, sums}, after: {documents, sums}, different, examples}}. */
    Map<String, Object> inWords() {
        return Map.of(
                "before", before.inWords(),
                "after", after.inWords(),
                "different", different,
                "examples", List.copyOf(examples));
    }

    private static final class Side {
        private long documents;
        private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

        void add(Document document) {
            if (document == null) {
                return;
            }
            documents++;
            document.get(ViewDocuments.SEARCH, Document.class).forEach((field, value) -> {
                if (value instanceof Decimal128 amount) {
                    sums.merge(field, amount.bigDecimalValue(), BigDecimal::add);
                }
            });
        }

        Map<String, Object> inWords() {
            Document texts = new Document();
            sums.forEach((field, sum) -> texts.append(field, sum.toPlainString()));
            return Map.of("documents", documents, "sums", texts);
        }
    }
}
