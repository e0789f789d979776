package io.seikyu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
    @TempDir
    Path directory;

    @Test
    void anInMemoryServerIsEmptyAndServesTheDriver() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                MongoClient client = client(mongo)) {
            MongoCollection<Document> things = things(client);
            assertThat(things.countDocuments()).isZero();
            things.insertOne(new Document("_id", 1));
            assertThat(things.countDocuments()).isOne();
        }
    }

    @Test
    void whatWasClosedIsThereAgainWithItsIndexes() {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            things(client).insertOne(new Document("_id", 1).append("name", "a"));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            assertThat(mongo.startedAnew()).isFalse();
            assertThat(things(client).find(new Document("name", "a")).first()).containsEntry("_id", 1);
            assertThatThrownBy(() -> things(client).insertOne(new Document("_id", 2).append("name", "a")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void aFileThatForgetsHoldsNothingThatWasOverwrittenOrDeletedWhileItIsUsed() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            things(client).createIndex(Indexes.ascending("name"));
            for (int i = 0; i < 500; i++) {
                things(client).insertOne(new Document("_id", i).append("name", "first-" + i));
            }
        }
        assertThat(file()).contains("first-7");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            for (int i = 0; i < 500; i++) {
                things(client).replaceOne(new Document("_id", i), new Document("_id", i).append("name", "second"));
            }
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> busy = CompletableFuture.supplyAsync(() -> {
                int writes = 0;
                while (!over.get()) {
                    things(client).insertOne(new Document("name", "third").append("number", writes++));
                }
                return writes;
            });

            for (boolean forgotten = false; !forgotten; forgotten = mongo.forget("1")) {
                assertThat(busy).isNotDone();
                Thread.sleep(50);
            }

            assertThat(file()).contains("second").doesNotContain("first-");
            over.set(true);
            assertThat(things(client).countDocuments(new Document("name", "third")))
                    .isEqualTo(busy.join().longValue());
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            assertThat(mongo.startedAnew()).isFalse();
            assertThat(mongo.forget("1")).as("done before").isTrue();
            assertThat(things(client).countDocuments(new Document("name", "second")))
                    .isEqualTo(500);
            assertThat(things(client).find(new Document("_id", 7)).first()).containsEntry("name", "second");
        }
        assertThat(file()).doesNotContain("first-");
    }

    private String file() throws IOException {
        return Files.readString(directory.resolve("store.mv"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void keysOfEveryTypeAreFoundAndRefusedAgainAfterClosing() {
        List<Object> values = Arrays.asList(
                "text",
                "請求",
                1,
                2L,
                2.5,
                null,
                true,
                new Date(7),
                new ObjectId(),
                UUID.randomUUID(),
                List.of("a", "b"));
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            things(client).createIndex(Indexes.ascending("kind", "value"), new IndexOptions().unique(true));
            for (int i = 0; i < values.size(); i++) {
                things(client)
                        .insertOne(new Document("_id", i).append("kind", "k").append("value", values.get(i)));
            }
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i) instanceof List<?> list ? list.get(1) : values.get(i);
                Document question = new Document("kind", "k").append("value", value);
                assertThat(things(client).find(question).first()).containsEntry("_id", i);
                Document again = new Document(question).append("_id", 100 + i);
                assertThatThrownBy(() -> things(client).insertOne(again)).isInstanceOf(MongoWriteException.class);
            }
        }
    }

    @Test
    void aStoreThatWasNotClosedIsDiscarded() throws IOException {
        Path asAfterAKill = directory.resolve("copy");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory.resolve("original"));
                MongoClient client = client(mongo)) {
            things(client).insertOne(new Document("_id", 1));
            Files.createDirectory(asAfterAKill);
            Files.copy(directory.resolve("original/store.mv"), asAfterAKill.resolve("store.mv"));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(asAfterAKill);
                MongoClient client = client(mongo)) {
            assertThat(mongo.startedAnew()).isTrue();
            assertThat(things(client).countDocuments()).isZero();
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(asAfterAKill)) {
            assertThat(mongo.startedAnew()).isFalse();
        }
    }

    @Test
    void aFileOfAnotherVersionIsDiscarded() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            things(client).insertOne(new Document("_id", 1));
        }
        // as versions before the one with ordered indexes left it
        Files.writeString(directory.resolve("closed"), "");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            assertThat(mongo.startedAnew()).isTrue();
            assertThat(things(client).countDocuments()).isZero();
        }
    }

    @Test
    void aDirectoryServesOneServerAtATimeAndIsLeftAsItIsByTheSecond() {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            things(client).insertOne(new Document("_id", 1));
            assertThatThrownBy(() -> EmbeddedMongo.onDisk(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another process");
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = client(mongo)) {
            assertThat(things(client).countDocuments()).isOne();
        }
    }

    private static MongoClient client(EmbeddedMongo mongo) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }
}
