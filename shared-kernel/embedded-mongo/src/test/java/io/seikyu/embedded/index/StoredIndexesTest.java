package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.seikyu.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes in a file that is opened again. */
class StoredIndexesTest {
    private static final int DOCUMENTS = 2_000;

    @TempDir
    Path directory;

    @Test
    void theyAreThereAfterARestartAndGoOn() {
        with(things -> {
            things.createIndex(Indexes.ascending("tenant", "amount"));
            things.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            things.createIndex(Indexes.descending("tags"));
            things.insertMany(documents());
        });
        with(things -> {
            assertThatThrownBy(() -> things.insertOne(new Document("_id", "new").append("name", "n7")))
                    .hasMessageContaining("E11000");
            things.deleteOne(new Document("_id", "d7"));
            things.updateOne(new Document("name", "n8"), new Document("$set", new Document("amount", -1)));
            assertAnswers(things);
        });
        with(things -> {
            things.insertOne(new Document("_id", "new").append("name", "n7").append("tenant", "t1"));
            assertThat(things.find(new Document("tags", "x2")).into(new ArrayList<>()))
                    .hasSize((int) documents().stream()
                                    .filter(document -> document.getList("tags", String.class)
                                            .contains("x2"))
                                    .count()
                            - 1);
            assertAnswers(things);
        });
    }

    private void with(Consumer<MongoCollection<Document>> what) {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(mongo.startedAnew()).isFalse();
            what.accept(client.getDatabase("test").getCollection("things"));
        }
    }

    private static List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(new Document("_id", "d" + i)
                    .append("name", "n" + i)
                    .append("tenant", "t" + i % 7)
                    .append("amount", i * 31 % 500)
                    .append("tags", List.of("x" + i % 5, "y" + i % 400)));
        }
        return documents;
    }

    private static void assertAnswers(MongoCollection<Document> things) {
        List<Document> all = things.find().into(new ArrayList<>());
        Document query = new Document("tenant", "t1").append("amount", new Document("$lt", 20));
        assertThat(things.find(query).into(new ArrayList<>())).isNotEmpty().hasSize((int) all.stream()
                .filter(document -> "t1".equals(document.getString("tenant"))
                        && document.getInteger("amount", Integer.MAX_VALUE) < 20)
                .count());
        assertThat(things.find(new Document("name", "n1999")).into(new ArrayList<>()))
                .hasSize(1);
        assertThat(things.find().sort(Sorts.ascending("_id")).limit(1).first().getString("_id"))
                .isEqualTo("d0");
    }
}
