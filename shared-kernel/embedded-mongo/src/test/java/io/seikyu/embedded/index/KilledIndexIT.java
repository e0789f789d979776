package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.seikyu.embedded.EmbeddedMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed behind its n-th write, or while it closes: the next one begins with an empty store, or
 * with one that was closed, in which each index fits the documents. {@link TornFileTest} shows why. More on demand: {@code -Dseikyu.index.kills=200}.
 */
class KilledIndexIT {
    private static final int KILLS = Integer.getInteger("seikyu.index.kills", 5);

    @TempDir
    Path directory;

    private final long seed = Long.getLong("seikyu.index.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void behindAnyWriteTheNextProcessFindsIndexesThatFit() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int writes = i % 2 == 0 ? 1 + i : 1 + random.nextInt(3_000);
            Process child = child(0);
            awaitLine(child, "=" + writes);
            kill(child);
            assertThat(assertWhole("killed behind write " + writes, true)).isZero();
        }
    }

    @Test
    void whileItClosesAsWell() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int writes = 1 + random.nextInt(500);
            Process child = child(writes);
            awaitLine(child, "=" + writes);
            Thread.sleep(random.nextInt(150));
            kill(child);
            boolean closed = Files.exists(directory.resolve("closed"));
            int found = assertWhole("killed after " + writes + " writes, while it closed", !closed);
            assertThat(closed || found == 0).as("%d found", found).isTrue();
        }
    }

    @Test
    void closedItKeepsEverything() throws Exception {
        Process child = child(300);
        awaitLine(child, "=closed");
        assertThat(child.waitFor()).isZero();
        assertThat(assertWhole("closed", false)).isPositive();
    }

    private Process child(int until) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString(),
                        String.valueOf(until),
                        String.valueOf(random.nextLong()))
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitLine(Process child, String wanted) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
            said.append(line.startsWith("=") ? "" : line + "\n");
        }
        throw new AssertionError("it ended: " + said);
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly().waitFor();
    }

    /**
     * @param anew whether the store has to begin empty
     * @return how many documents there are
     */
    private int assertWhole(String when, boolean anew) {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(directory);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            List<Document> all = things.find().into(new ArrayList<>());
            assertThat(mongo.startedAnew()).as(when).isEqualTo(anew);
            String as = when + ", -Dseikyu.index.seed=" + seed;
            for (int i = 0; i < 300; i++) {
                String id = "d" + i;
                assertSame(as, things, all, new Document("_id", id), document -> id.equals(document.get("_id")));
                String name = "name of " + id;
                assertSame(as, things, all, new Document("name", name), document -> name.equals(document.get("name")));
            }
            for (int i = 0; i < 20; i++) {
                String kind = "k" + i % 5;
                int least = random.nextInt(100);
                assertSame(
                        as,
                        things,
                        all,
                        new Document("kind", kind).append("amount", new Document("$gte", least)),
                        document -> kind.equals(document.get("kind")) && document.getInteger("amount") >= least);
                String tag = "x" + i;
                assertSame(
                        as,
                        things,
                        all,
                        new Document("tags", tag),
                        document -> document.getList("tags", String.class).contains(tag));
            }
            return all.size();
        }
    }

    private static void assertSame(
            String as, MongoCollection<Document> things, List<Document> all, Document query, Predicate<Document> fits) {
        assertThat(ids(things.find(query).into(new ArrayList<>())))
                .as("%s: %s", as, query)
                .isEqualTo(ids(all.stream().filter(fits).toList()));
    }

    private static TreeSet<String> ids(List<Document> documents) {
        TreeSet<String> ids = new TreeSet<>();
        documents.forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }
}
