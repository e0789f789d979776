package io.seikyu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
    @TempDir
    Path directory;

    @Test
    void anInMemoryServerIsEmptyAndServesTheDriver() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> things = things(client);
            assertThat(things.countDocuments()).isZero();
            things.insertOne(new Document("_id", 1));
            assertThat(things.countDocuments()).isOne();
        }
    }

    @Test
    void whatWasClosedIsThereAgainWithItsIndexes() {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            things(client).insertOne(new Document("_id", 1).append("name", "a"));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(mongo.startedAnew()).isFalse();
            assertThat(things(client).find(new Document("name", "a")).first()).containsEntry("_id", 1);
            assertThatThrownBy(() -> things(client).insertOne(new Document("_id", 2).append("name", "a")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void aStoreThatWasNotClosedIsDiscarded() throws IOException {
        Path asAfterAKill = directory.resolve("copy");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory.resolve("original"));
                MongoClient client = MongoClients.create(mongo.uri())) {
            things(client).insertOne(new Document("_id", 1));
            Files.createDirectory(asAfterAKill);
            Files.copy(directory.resolve("original/store.mv"), asAfterAKill.resolve("store.mv"));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(asAfterAKill);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(mongo.startedAnew()).isTrue();
            assertThat(things(client).countDocuments()).isZero();
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(asAfterAKill)) {
            assertThat(mongo.startedAnew()).isFalse();
        }
    }

    @Test
    void aDirectoryServesOneServerAtATimeAndIsLeftAsItIsByTheSecond() {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            things(client).insertOne(new Document("_id", 1));
            assertThatThrownBy(() -> EmbeddedMongo.onDisk(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another process");
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(things(client).countDocuments()).isOne();
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }
}
