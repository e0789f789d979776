package io.seikyu.embedded.index;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.seikyu.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/** The child process of {@link KilledIndexIT}: writes without end, and says so after each write. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(Path.of(args[0]));
                MongoClient client = MongoClients.create(mongo.uri())) {
            int until = Integer.parseInt(args[1]);
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(Indexes.ascending("kind", "amount"));
            things.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            things.createIndex(Indexes.ascending("tags"));
            Random random = new Random(Long.parseLong(args[2]));
            for (int i = 1; until == 0 || i <= until; i++) {
                write(things, random);
                System.out.println("=" + i);
            }
        }
        System.out.println("=closed");
    }

    private static void write(MongoCollection<Document> things, Random random) {
        Document id = new Document("_id", "d" + random.nextInt(300));
        if (random.nextInt(10) == 0) {
            things.deleteOne(id);
            return;
        }
        Document document = new Document(id)
                .append("kind", "k" + random.nextInt(5))
                .append("amount", random.nextInt(100))
                .append("name", "name of " + id.get("_id"))
                .append("tags", List.of("x" + random.nextInt(20), "x" + random.nextInt(20)))
                .append("filling", "a".repeat(random.nextInt(2_000)));
        things.replaceOne(id, document, new ReplaceOptions().upsert(true));
    }
}
