package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The reminders of many payers fall due at the same moment: none is missed, none goes out twice. How many payers there
 * are is said by {@code seikyu.dunning.payers}; how long it took is printed.
 */
@Timeout(3600)
class DunningLoadIT {
    private static final int CLERKS = 8;
    private static final int PAYERS = Integer.getInteger("seikyu.dunning.payers", 40);

    @TempDir
    private Path data;

    /** @return the day on which all of it is due */
    private static LocalDate owing(DunnedPayers world) {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            return IntStream.range(0, PAYERS)
                    .mapToObj(i -> clerks.submit(() -> {
                        world.payer("p" + i);
                        return world.owes("p" + i, "p" + i + "-1");
                    }))
                    .toList()
                    .stream()
                    .map(DunningLoadIT::done)
                    .reduce((one, other) -> other)
                    .orElseThrow();
        } finally {
            clerks.shutdown();
        }
    }

    private static LocalDate done(Future<LocalDate> task) {
        try {
            return task.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatFallsDueOnOneDayGoesOutOnceToEach() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            LocalDate due = owing(world);
            world.until(due);
            long head = world.seikyu.log().head();
            long began = System.nanoTime();
            world.until(DunnedPayers.bankingDays(due, 2));
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            List<JsonNode> all = world.all("/v1/reminders?state=SENT").stream()
                    .filter(it -> it.get("stage").stringValue().equals("R1"))
                    .toList();
            assertThat(all).hasSize(PAYERS);
            assertThat(all.stream().map(it -> it.get("accountId").stringValue()).distinct())
                    .hasSize(PAYERS);
            System.out.printf(
                    Locale.ROOT,
                    "%d payers reminded in %.1f s, %d events%n",
                    PAYERS,
                    took.toMillis() / 1000.0,
                    world.seikyu.log().head() - head);
        }
    }
}
