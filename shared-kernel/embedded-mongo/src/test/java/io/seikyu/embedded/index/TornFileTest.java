package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.seikyu.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file as it may be in the middle of a write: the document is in it, and its entry in the index is not. That is why what
 * was not closed is discarded.
 */
class TornFileTest {
    private static final String INDEX = "test.things._ordered_name_1";

    @TempDir
    Path directory;

    @BeforeEach
    void theLastWriteIsTorn() {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> things = things(client);
            things.createIndex(Indexes.ascending("name"));
            things.insertMany(List.of(thing(1), thing(2), thing(3)));
        }
        try (MVStore store = MVStore.open(directory.resolve("store.mv").toString())) {
            MVMap<EntryKey, Boolean> entries =
                    store.openMap(INDEX, new MVMap.Builder<EntryKey, Boolean>().keyType(new EntryKeyType()));
            assertThat(entries.sizeAsLong()).isEqualTo(3);
            entries.remove(entries.lastKey());
        }
    }

    private static Document thing(int number) {
        return new Document("_id", "d" + number).append("name", "n" + number);
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    @Test
    void takenForWholeItLeavesDocumentsOut() {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(mongo.startedAnew()).isFalse();
            assertThat(things(client).find()).contains(thing(3));
            assertThat(things(client).find(new Document("name", "n3"))).isEmpty();
        }
    }

    @Test
    void notClosedItIsDiscardedAndWhatIsWrittenNextIsFound() throws IOException {
        Files.delete(directory.resolve("closed"));
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(mongo.startedAnew()).isTrue();
            assertThat(things(client).find()).isEmpty();
            things(client).createIndex(Indexes.ascending("name"));
            things(client).insertOne(thing(3));
            assertThat(things(client).find(new Document("name", "n3"))).containsExactly(thing(3));
        }
    }
}
