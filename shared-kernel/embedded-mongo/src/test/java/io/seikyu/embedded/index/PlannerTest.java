package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That indexes are used; that they answer rightly is the contract test's. */
class PlannerTest {
    private static final int DOCUMENTS = 1_000;

    private final MVStore store = MVStore.open(null);
    private final OrderedIndex keys = index("keys");
    private final OrderedIndex amounts = index("amount");

    PlannerTest() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = new Document("_id", i)
                    .append("keys", List.of("a" + i, "b" + i, "c" + i))
                    .append("amount", i);
            keys.add(document, i, null);
            amounts.add(document, i, null);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anIndexOverArraysFindsTheFewDocumentsWithoutAnOrder() {
        assertThat(read(new Document("keys", "b7"), new Document())).containsExactly(7);
        assertThat(read(new Document("keys", new Document("$in", List.of("a1", "b1", "c5"))), new Document()))
                .containsExactlyInAnyOrder(1, 5);
    }

    @Test
    void asManyValuesAsNobodyLooksUpOneByOneStillReadOnlyWhatTheyLeadTo() {
        List<String> many = IntStream.range(0, 100)
                .boxed()
                .flatMap(i -> IntStream.range(0, 30).mapToObj(j -> "a" + (j == 0 ? i : -i * 100 - j)))
                .toList();

        assertThat(read(new Document("keys", new Document("$in", many)), new Document()))
                .hasSize(100);
    }

    @Test
    void whoAsksForAUniqueValueIsLedToItWhateverElseHeAsks() {
        OrderedIndex id = index("_id", true);
        IntStream.range(0, DOCUMENTS).forEach(i -> id.add(new Document("_id", "id" + i), "id" + i, null));
        Document query = new Document("_id", new Document("$in", List.of("id9", "id3"))).append("amount", 9);

        Plan plan = new Planner(List.of(amounts, id), DOCUMENTS, new Document(), 0)
                .plan(query)
                .orElseThrow();

        List<Object> positions = new ArrayList<>();
        plan.positions().get().forEachRemaining(positions::add);
        assertThat(positions).containsExactly("id3", "id9");
    }

    @Test
    void aQuestionOverHundredsOfTenantsIsNarrowedByTheFieldBehindThem() {
        OrderedIndex statuses = new OrderedIndex(
                "statuses",
                List.of(new IndexKey("tenant", true), new IndexKey("status", true), new IndexKey("_id", true)),
                false,
                store.openMap("statuses", new MVMap.Builder<EntryKey, Boolean>().keyType(new EntryKeyType())),
                store.openMap("traits"),
                "statuses");
        for (int i = 0; i < DOCUMENTS; i++) {
            String tenant = "t" + i % 500;
            statuses.add(
                    new Document("_id", tenant + "/" + i)
                            .append("tenant", tenant)
                            .append("status", i % 250 == 7 ? "B" : "A"),
                    tenant + "/" + i,
                    null);
        }

        Plan plan = new Planner(List.of(statuses), DOCUMENTS, new Document("_id", 1), 50)
                .plan(new Document("status", "B"))
                .orElseThrow();

        List<Object> positions = new ArrayList<>();
        plan.positions().get().forEachRemaining(positions::add);
        assertThat(positions).containsExactly("t257/257", "t257/757", "t7/507", "t7/7");
    }

    @Test
    void aRangeIsReadInItsOrder() {
        Document range = new Document("amount", new Document("$gte", 10).append("$lte", 12));

        assertThat(read(range, new Document("amount", -1))).containsExactly(12, 11, 10);
    }

    @Test
    void whatNoIndexNarrowsIsGoneThrough() {
        assertThat(new Planner(List.of(keys, amounts), DOCUMENTS, new Document(), 0).plan(new Document("other", 1)))
                .isEmpty();
    }

    private List<Object> read(Document query, Document order) {
        Plan plan = new Planner(List.of(keys, amounts), DOCUMENTS, order, 0)
                .plan(query)
                .orElseThrow();
        List<Object> positions = new ArrayList<>();
        plan.positions().get().forEachRemaining(positions::add);
        return positions;
    }

    private OrderedIndex index(String field) {
        return index(field, false);
    }

    private OrderedIndex index(String field, boolean unique) {
        MVMap<EntryKey, Boolean> entries =
                store.openMap(field, new MVMap.Builder<EntryKey, Boolean>().keyType(new EntryKeyType()));
        return new OrderedIndex(
                field, List.of(new IndexKey(field, true)), unique, entries, store.openMap("traits"), field);
    }
}
