package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.seikyu.embedded.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating, listing and dropping indexes, as MongoDB does it. */
class IndexCommandsTest {
    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final MongoCollection<Document> things = client.getDatabase("test").getCollection("things");

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void anIndexIsNamedByItsFieldsAndListed() {
        assertThat(things.createIndex(Indexes.compoundIndex(Indexes.ascending("a"), Indexes.descending("b.c"))))
                .isEqualTo("a_1_b.c_-1");
        assertThat(names(things)).containsExactly("_id_", "a_1_b.c_-1");
    }

    @Test
    void theSameAgainChangesNothing() {
        things.createIndex(Indexes.ascending("a"));
        things.createIndex(Indexes.ascending("a"));
        things.createIndex(Indexes.ascending("_id"));
        assertThat(names(things)).containsExactly("_id_", "a_1");
    }

    @Test
    void aNameOrFieldsThatAreTakenAreRefused() {
        things.createIndex(Indexes.ascending("a"), new IndexOptions().name("x"));
        assertRefused(86, Indexes.ascending("b"), new IndexOptions().name("x"));
        assertRefused(86, Indexes.ascending("a"), new IndexOptions().name("x").unique(true));
        assertRefused(85, Indexes.ascending("a"), new IndexOptions().name("y"));
        things.insertOne(new Document("_id", 1).append("a", 1));
        assertThat(things.find(new Document("a", 1)).first()).isNotNull();
    }

    static List<IndexOptions> wouldBeSilentlyWrong() {
        return List.of(
                new IndexOptions().sparse(true),
                new IndexOptions().expireAfter(1L, TimeUnit.HOURS),
                new IndexOptions().partialFilterExpression(new Document("a", 1)),
                new IndexOptions().hidden(true),
                new IndexOptions().collation(Collation.builder().locale("ja").build()));
    }

    @ParameterizedTest
    @MethodSource("wouldBeSilentlyWrong")
    void optionsThatItDoesNotHaveAreRefused(IndexOptions options) {
        assertRefused(72, Indexes.ascending("a"), options);
        assertThat(names(things)).doesNotContain("a_1");
    }

    static List<Bson> otherKinds() {
        return List.of(
                Indexes.text("a"),
                Indexes.hashed("a"),
                Indexes.geo2dsphere("a"),
                Indexes.ascending("$**"),
                Indexes.ascending("a.0"),
                new Document("a", 2));
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    void otherKindsOfIndexesAreRefused(Bson index) {
        assertThatThrownBy(() -> things.createIndex(index)).isInstanceOf(MongoCommandException.class);
        assertThat(names(things)).doesNotContain("a_text", "a_hashed", "a.0_1", "a_2");
    }

    @Test
    void droppingTakesTheIndexOfThisCollectionAlone() {
        MongoCollection<Document> others = client.getDatabase("test").getCollection("others");
        things.createIndex(Indexes.ascending("a"));
        others.createIndex(Indexes.ascending("a"));
        things.dropIndex("a_1");
        assertThat(names(things)).containsExactly("_id_");
        assertThat(names(others)).containsExactly("_id_", "a_1");
        others.dropIndexes();
        assertThat(names(others)).containsExactly("_id_");
    }

    @Test
    void anIndexIsDroppedByItsFields() {
        things.createIndex(Indexes.ascending("a"));
        things.dropIndex(Indexes.ascending("a"));
        assertThat(names(things)).containsExactly("_id_");
    }

    @Test
    void whatIsNotThereAndTheOneOfTheIdAreNotDropped() {
        things.insertOne(new Document());
        assertThatThrownBy(() -> things.dropIndex("a_1")).hasMessageContaining("27");
        assertThatThrownBy(() -> things.dropIndex("_id_")).hasMessageContaining("cannot drop _id index");
    }

    @Test
    void aDroppedIndexComesBackEmptyAndIsBuiltAnew() {
        things.createIndex(Indexes.ascending("a"));
        things.insertOne(new Document("_id", 1).append("a", 1));
        things.dropIndex("a_1");
        things.deleteOne(new Document("_id", 1));
        things.insertOne(new Document("_id", 2).append("a", 1));
        things.createIndex(Indexes.ascending("a"));
        assertThat(things.find(new Document("a", 1)).into(new ArrayList<>()))
                .containsExactly(new Document("_id", 2).append("a", 1));
    }

    @Test
    void aUniqueIndexRefusesTheSecond() {
        things.createIndex(Indexes.ascending("a", "b"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("a", 1).append("b", "x"));
        things.insertOne(new Document("_id", 2).append("a", 1).append("b", "y"));
        assertThatThrownBy(() ->
                        things.insertOne(new Document("_id", 3).append("a", 1.0).append("b", "x")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000 duplicate key error collection: test.things index: a_1_b_1");
        assertThatThrownBy(() -> things.updateOne(new Document("_id", 2), new Document("$set", new Document("b", "x"))))
                .hasMessageContaining("E11000");
        assertThat(things.countDocuments()).isEqualTo(2);
    }

    @Test
    void aUniqueIndexOverArraysRefusesACommonElement() {
        things.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("keys", List.of("a", "b", "a")));
        assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("keys", List.of("c", "b"))))
                .hasMessageContaining("E11000");
        things.insertOne(new Document("_id", 3).append("keys", List.of("c")));
    }

    @Test
    void aUniqueIndexThatTheDocumentsDoNotAllowLeavesNothing() {
        things.insertMany(List.of(new Document("_id", 1).append("a", 1), new Document("_id", 2).append("a", 1)));
        assertRefused(11000, Indexes.ascending("a"), new IndexOptions().unique(true));
        assertThat(names(things)).containsExactly("_id_");
        things.deleteOne(new Document("_id", 1));
        things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
        assertThat(things.find(new Document("a", 1)).into(new ArrayList<>())).hasSize(1);
    }

    private void assertRefused(int code, Bson index, IndexOptions options) {
        assertThatThrownBy(() -> things.createIndex(index, options))
                .isInstanceOfSatisfying(
                        MongoServerException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }

    private static List<String> names(MongoCollection<Document> collection) {
        return collection.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }
}
