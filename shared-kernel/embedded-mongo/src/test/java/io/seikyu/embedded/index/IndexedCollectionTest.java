package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found is encoded for its answer, and what is stored is written, while others change it. */
class IndexedCollectionTest {
    private final MVStore store = MVStore.open(null);
    private final Channel connection = new EmbeddedChannel();
    private MongoDatabase database;

    @BeforeEach
    void oneDocument() {
        database = IndexedDatabase.open("test", store, new CursorRegistry());
        command(
                "insert",
                "documents",
                List.of(new Document("_id", 1).append("a", 1).append("b", 1)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasFoundStaysAsItWasWhenItIsUpdated(boolean onlyFields) {
        Document before = find();
        Document was = before.cloneDeeply();

        Document change = new Document("a", 2).append("c", 2);
        Document update = onlyFields ? new Document("$set", change).append("$unset", new Document("b", "")) : change;
        command("update", "updates", List.of(new Document("q", new Document("_id", 1)).append("u", update)));

        assertThat(before).isEqualTo(was);
        assertThat(find()).isEqualTo(new Document("_id", 1).append("a", 2).append("c", 2));
    }

    @Test
    void whatIsReturnedAsNewStaysAsItWas() {
        Document first = modify(2);

        modify(3);

        assertThat(first).containsEntry("a", 2);
        assertThat(find()).containsEntry("a", 3);
    }

    private Document modify(int a) {
        Document modification = new Document("findAndModify", "things")
                .append("query", new Document("_id", 1))
                .append("update", new Document("$set", new Document("a", a)))
                .append("new", true);
        return (Document) database.handleCommand(connection, "findAndModify", modification, null, NoopOplog.get())
                .get("value");
    }

    private Document find() {
        QueryResult found = database.resolveCollection("things", true).handleQuery(new Document(), 0, 0);
        return found.iterator().next();
    }

    private void command(String name, String what, List<Document> documents) {
        Document answer = database.handleCommand(
                connection, name, new Document(name, "things").append(what, documents), null, NoopOplog.get());
        assertThat(answer).doesNotContainKey("writeErrors");
    }
}
