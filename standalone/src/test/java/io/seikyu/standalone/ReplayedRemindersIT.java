package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Views, lists and sagas of a history of reminders are made again and again: nothing leaves, nothing is queued, and nothing
 * is said. {@code -Dseikyu.replayed.reminders=} and {@code -Dseikyu.replayed.times=} say how many and how often.
 */
@Timeout(7200)
class ReplayedRemindersIT {
    /** So many go to each payer by mail: R0, R1 and R2. */
    private static final int EACH = 3;

    private static final int PAYERS = (Integer.getInteger("seikyu.replayed.reminders", 6) + EACH - 1) / EACH;
    private static final int TIMES = Integer.getInteger("seikyu.replayed.times", 2);
    private static final int CLERKS = 8;

    @TempDir
    private Path data;

    @Test
    void nothingThatActsOnTheOutsideHappensInAReplay() throws Exception {
        try (DunnedPayers world = new DunnedPayers(data)) {
            long began = System.nanoTime();
            world.early();
            world.until(DunnedPayers.bankingDays(owing(world), 16));
            List<JsonNode> messages = world.all("/v1/messages?clientId=minato");
            assertThat(messages.stream()
                            .filter(it -> it.get("state").stringValue().equals("SENT")))
                    .hasSizeGreaterThanOrEqualTo(EACH * PAYERS);
            Map<String, Long> outbox = outbox();
            assertThat(outbox).hasSizeGreaterThanOrEqualTo(EACH * PAYERS);
            long head = world.seikyu.log().head();
            long lived = System.nanoTime();

            List<String> names = new ArrayList<>();
            world.get("/v1/projections")
                    .json()
                    .get("items")
                    .forEach(row -> names.add(row.get("name").asString()));
            assertThat(names).contains("reminder", "message", "agenda", "open-messages", "dunning-saga");
            for (int time = 0; time < TIMES; time++) {
                List<Reply> jobs =
                        names.stream().map(name -> rebuild(world, name)).toList();
                for (Reply job : jobs) {
                    ended(world, job);
                }
            }

            assertThat(besidesJobs(world.seikyu.log(), head)).isEmpty();
            assertThat(world.all("/v1/messages?clientId=minato")).isEqualTo(messages);
            assertThat(outbox()).isEqualTo(outbox);
            System.out.printf(
                    "%d messages, %d events, lived in %d s; %d views, lists and sagas made again %d times in %d s%n",
                    messages.size(),
                    head + 1,
                    (lived - began) / 1_000_000_000L,
                    names.size(),
                    TIMES,
                    (System.nanoTime() - lived) / 1_000_000_000L);
        }
    }

    /** @return the day on which all of it is due */
    private static LocalDate owing(DunnedPayers world) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            List<Future<LocalDate>> all = IntStream.range(0, PAYERS)
                    .mapToObj(i -> clerks.submit(() -> {
                        world.payer("p" + i, "phone", (String) null);
                        return world.owes("p" + i, "p" + i + "-1");
                    }))
                    .toList();
            LocalDate due = null;
            for (Future<LocalDate> one : all) {
                due = one.get();
            }
            return due;
        } finally {
            clerks.shutdown();
        }
    }

    private static Reply rebuild(DunnedPayers world, String name) {
        String mode = name.equals("dunning-saga") ? "IN_PLACE" : "SIDE_BY_SIDE";
        Reply accepted = world.seikyu.send(
                "POST", "/v1/projections/" + name + "/rebuild", world.seikyu.admin, "{\"mode\": \"" + mode + "\"}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return accepted;
    }

    private static void ended(DunnedPayers world, Reply accepted) {
        String job = "/v1/jobs/" + accepted.json().get("jobId").asString();
        Reply told;
        do {
            RunningSeikyu.pause();
            told = world.seikyu.send("GET", job + "?atLeast=" + accepted.position(), world.seikyu.admin, null);
        } while (told.status() == 503 || told.json().path("status").asString().equals("RUNNING"));
        assertThat(told.json().path("status").asString()).as(told.body()).isEqualTo("DONE");
    }

    /** What came behind that position, but for the jobs of the replays. */
    private static List<String> besidesJobs(EventLog log, long head) {
        List<String> found = new ArrayList<>();
        for (long position = head + 1; position <= log.head(); ) {
            for (StoredCommit commit : log.read(position, 500)) {
                commit.events().stream()
                        .map(stored ->
                                stored.event().stream() + " " + stored.event().type())
                        .filter(event -> !event.startsWith("agency/job/"))
                        .forEach(found::add);
                position = commit.lastPosition() + 1;
            }
        }
        return found;
    }

    /** Mails as files, with the moment at which each was written. */
    private Map<String, Long> outbox() throws IOException {
        Path folder = data.resolve("outbox");
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(
                        folder.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toMillis());
            }
        }
        return found;
    }
}
