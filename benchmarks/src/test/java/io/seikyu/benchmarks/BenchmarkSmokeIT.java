package io.seikyu.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with tiny numbers. Whether the figures are good is not asked here. */
class BenchmarkSmokeIT {
    private static final String[] TINY = {
        "--sizes",
        "100,300",
        "--streams",
        "5,20",
        "--rounds",
        "1",
        "--seconds",
        "0.04",
        "--limit",
        "30",
        "--heap",
        "160m"
    };

    @TempDir
    static Path directory;

    private static JsonNode json;
    private static String table;
    private static String page;

    @BeforeAll
    static void run() throws Exception {
        Path file = directory.resolve("page.md");
        Files.writeString(file, "before\n<!-- benchmark: begin -->\nold\n<!-- benchmark: end -->\nafter\n");
        String[] args = new String[TINY.length + 4];
        System.arraycopy(TINY, 0, args, 0, TINY.length);
        List<String> places = List.of("--out", directory.toString(), "--page", file.toString());
        for (int i = 0; i < places.size(); i++) {
            args[TINY.length + i] = places.get(i);
        }
        LogBenchmark.main(args);
        json = JsonMapper.shared().readTree(directory.resolve("log-benchmark.json"));
        table = Files.readString(directory.resolve("log-benchmark.md"));
        page = Files.readString(file);
    }

    @Test
    void everyContenderThatCanRunHasAFigureInEveryRow() {
        for (Contender contender : running()) {
            for (Row row : rows()) {
                JsonNode cell = cell(contender, row);
                assertThat(cell.path("median").asDouble(0))
                        .as("%s of %s: %s", row.id(), contender.id(), cell)
                        .isPositive();
                assertThat(cell.path("rounds").size()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatWasNotRunSaysWhyInEveryRow() {
        Set<Contender> absent = EnumSet.allOf(Contender.class);
        absent.removeAll(running());
        for (Contender contender : absent) {
            for (Row row : rows()) {
                assertThat(cell(contender, row).path("remark").asString()).startsWith("not run: ");
            }
        }
    }

    @Test
    void everyContenderSaysHowDurableItIsAndWhatItRanWith() {
        for (Contender contender : running()) {
            JsonNode one = json.path("contenders").path(contender.id());
            assertThat(one.path("durability").asString()).isNotBlank();
            assertThat(one.path("settings").size()).isPositive();
            assertThat(table).contains("| " + contender.title() + " | " + contender.durability() + " |");
        }
    }

    @Test
    void theTableHasAllColumnsAndEveryTargetHasAVerdict() {
        assertThat(table)
                .contains("| 1 writer | 16 writers | 32 writers | 1 writer, 50 events a commit |")
                .contains("| 5 events | 5 events, with a snapshot | 20 events | 20 events, with a snapshot |")
                .contains("| 100 events | 300 events |")
                .contains("The bare disk");
        assertThat(json.path("targets").size()).isEqualTo(8);
        for (JsonNode target : json.path("targets")) {
            assertThat(target.path("verdict").asString()).isIn("PASS", "FAIL", "not measured");
        }
    }

    @Test
    void theMachineIsDescribed() {
        for (String fact : List.of("processor", "cores", "memory", "file system", "JDK", "JVM flags")) {
            assertThat(json.path("machine").path(fact).asString("")).as(fact).isNotBlank();
        }
    }

    @Test
    void onlyTheMarkedPartOfThePageIsReplaced() {
        assertThat(page)
                .startsWith("before\n<!-- benchmark: begin -->\n")
                .contains(table)
                .doesNotContain("old")
                .endsWith("<!-- benchmark: end -->\nafter\n");
    }

    private static JsonNode cell(Contender contender, Row row) {
        return json.path("contenders").path(contender.id()).path("rows").path(row.id());
    }

    private static List<Row> rows() {
        return new Plan(Options.parse(TINY)).all();
    }

    private static Set<Contender> running() {
        Set<Contender> running = EnumSet.allOf(Contender.class);
        if (PostgresServer.programs().isEmpty()) {
            running.remove(Contender.POSTGRESQL);
        }
        return running;
    }
}
