package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The program is killed while it makes a view again beside itself, or checks the log: the next one ends that job. More on
 * demand: {@code -Dseikyu.rebuild-kills=}.
 */
@Timeout(3600)
class KilledRebuildIT {
    private static final int KILLS = Integer.getInteger("seikyu.rebuild-kills", 3);
    private static final int ROWS = 100;
    private static final String ADMIN = "sk_the-administrator-of-the-killed-rebuild";

    private final Random random = new Random(41);

    @TempDir
    private static Path data;

    private static List<JsonNode> invoices;

    @BeforeAll
    static void aHistory() throws Exception {
        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "minato")) {
            seikyu.post("/v1/clients", sample("client.json").toString());
            for (JsonNode account : sample("accounts.json")) {
                seikyu.post("/v1/accounts", account.toString());
            }
            for (JsonNode contract : sample("contracts.json")) {
                seikyu.post("/v1/contracts", contract.toString());
            }
            String file = IntStream.range(0, ROWS)
                    .mapToObj(row -> with(
                                    sample("invoices/inv-001.json"),
                                    "invoiceId",
                                    "kill-" + row,
                                    "invoiceNumber",
                                    "KILL-" + row)
                            .toString())
                    .collect(Collectors.joining("\n"));
            String job = seikyu.upload("/v1/invoices:import", "application/x-ndjson", file)
                    .get("jobId")
                    .asString();
            KilledJob.rowsWhenDone(seikyu, job);
            invoices = KilledJob.all(seikyu, "/v1/invoices");
            assertThat(invoices).hasSize(ROWS);
        }
    }

    private static SeikyuProcess start() throws IOException {
        return SeikyuProcess.startOn(data, ADMIN, null);
    }

    @Test
    void aViewIsMadeAgainByTheNextProcessAndAllOfItIsThere() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            String job;
            try (SeikyuProcess seikyu = start()) {
                job = seikyu.post("/v1/projections/invoice/rebuild", "{\"mode\": \"SIDE_BY_SIDE\"}")
                        .get("jobId")
                        .asString();
                // the first time it has hardly begun
                Thread.sleep(kill == 0 ? 0 : random.nextInt(600));
                seikyu.kill();
            }
            long head = head(job, kill == 0);
            try (SeikyuProcess seikyu = start()) {
                JsonNode ended = ended(seikyu, job, head);
                assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("DONE");
                assertThat(ended.at("/result/different").asInt())
                        .as(ended.toString())
                        .isZero();
                assertThat(ended.at("/result/after/documents").asInt()).isEqualTo(ROWS);
                assertThat(KilledJob.all(seikyu, "/v1/invoices")).isEqualTo(invoices);
                JsonNode view = view(seikyu, "invoice");
                assertThat(view.get("health").asString()).as(view.toString()).isEqualTo("OK");
                assertThat(view.has("rebuilding")).as(view.toString()).isFalse();
            }
        }
    }

    /** No checkpoint vouches for the job itself: only what is noted says so, and a check from the beginning would not. */
    @Test
    void aCheckOfTheLogGoesOnFromWhatItNoted() throws Exception {
        String job;
        try (SeikyuProcess seikyu = start()) {
            job = seikyu.post("/v1/audit/verifications", "{}").get("jobId").asString();
            seikyu.kill();
        }
        long head = head(job, true);
        long noted = note(job);
        try (SeikyuProcess seikyu = start()) {
            JsonNode ended = ended(seikyu, job, head);
            assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("DONE");
            assertThat(ended.at("/result/valid").asBoolean())
                    .as(ended.toString())
                    .isTrue();
            assertThat(ended.at("/result/through").asLong()).isGreaterThanOrEqualTo(noted);
            assertThat(ended.at("/result/vouchedThrough").asLong())
                    .as(ended.toString())
                    .isEqualTo(noted);
        }
    }

    /** As the job does it after each 50,000 events. */
    private static long note(String job) throws IOException {
        try (EventLog log = openLog()) {
            long through = log.head();
            Path file = data.resolve("verifications").resolve(job);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    through + " " + HexFormat.of().formatHex(log.hashAt(through).orElseThrow()) + " "
                            + log.read(through, 1).get(0).recordedAt() + " " + through);
            return through;
        }
    }

    private static EventLog openLog() {
        return RocksEventLog.open(data.resolve("log"), Clock.systemUTC());
    }

    /** Where the log ends. */
    private static long head(String job, boolean inTheMiddle) {
        try (EventLog log = openLog()) {
            boolean done = log.readStream("agency/job/" + job, 0, 100).stream()
                    .map(StoredEvent::event)
                    .anyMatch(event -> event.type().equals("job.done"));
            assertThat(done && inTheMiddle).isFalse();
            return log.head();
        }
    }

    private static JsonNode ended(SeikyuProcess seikyu, String job, long head) throws InterruptedException {
        JsonNode told = seikyu.get("/v1/jobs/" + job + "?atLeast=" + head);
        while (told.get("status").asString().equals("RUNNING")) {
            Thread.sleep(100);
            told = seikyu.get("/v1/jobs/" + job + "?atLeast=" + head);
        }
        return told;
    }

    private static JsonNode view(SeikyuProcess seikyu, String name) {
        for (JsonNode view : seikyu.get("/v1/projections").get("items")) {
            if (view.get("name").asString().equals(name)) {
                return view;
            }
        }
        throw new AssertionError("no view " + name);
    }
}
