package io.seikyu.benchmarks.lists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.seikyu.embedded.EmbeddedMongo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How long it takes to find one saga among many by what it is associated with, as Axon's store for MongoDB asks, in the
 * server inside the process and through the driver; first without an index, then with one.
 */
public final class LookupBenchmark {
    private static final int LOOKUPS = 2_000;

    private LookupBenchmark() {}

    /** {@code args}: how many sagas. */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> sagas = client.getDatabase("bench").getCollection("sagas");
            List<Document> some = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                some.add(saga(i));
            }
            sagas.insertMany(some);
            print("without an index", sagas, count, LOOKUPS / 20);
            sagas.createIndex(Indexes.ascending("sagaType", "associations.key", "associations.value"));
            print("with an index", sagas, count, LOOKUPS);
        }
    }

    private static Document saga(int number) {
        return new Document("sagaType", "io.seikyu.DunningSaga")
                .append("sagaIdentifier", "saga-" + number)
                .append("serializedSaga", "x".repeat(500))
                .append(
                        "associations",
                        List.of(association("accountId", number / 10), association("invoiceId", number)));
    }

    private static Document association(String key, int value) {
        return new Document("key", key).append("value", key + "-" + value);
    }

    private static void print(String how, MongoCollection<Document> sagas, int count, int lookups) {
        measure(sagas, count, lookups);
        long[] nanos = measure(sagas, count, lookups);
        System.out.printf(
                Locale.ROOT,
                "%,d sagas, %s: median %.3f ms, 95th percentile %.3f ms%n",
                count,
                how,
                nanos[lookups / 2] / 1e6,
                nanos[lookups * 95 / 100] / 1e6);
    }

    private static long[] measure(MongoCollection<Document> sagas, int count, int lookups) {
        long[] nanos = new long[lookups];
        for (int i = 0; i < lookups; i++) {
            Bson association = new Document("$elemMatch", association("invoiceId", i * 37 % count));
            Bson query = new Document("sagaType", "io.seikyu.DunningSaga").append("associations", association);
            long began = System.nanoTime();
            if (sagas.find(query).into(new ArrayList<>()).size() != 1) {
                throw new IllegalStateException("there is one saga of each invoice");
            }
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
