package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.StoredCommit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who read what is personal is in the log, by ids alone. */
@Timeout(120)
class ReadsIT {
    private static final String ACCOUNT = "/v1/accounts/aozora";

    @TempDir
    private Path data;

    @Test
    void whoReadWhatIsWrittenDownOnceAMomentAndWithoutWhatWasRead() {
        try (RunningSeikyu seikyu = start("PT0.2S")) {
            String auditor = key(seikyu, "AUDITOR");
            setUp(seikyu);
            long before = seikyu.log().head();
            for (int i = 0; i < 50; i++) {
                assertThat(get(seikyu, ACCOUNT, auditor)).isEqualTo(200);
            }
            assertThat(get(seikyu, "/v1/accounts?limit=500", auditor)).isEqualTo(200);
            assertThat(get(seikyu, "/v1/accounts/nobody", auditor)).isEqualTo(404);
            assertThat(get(seikyu, "/v1/policies/review/default", seikyu.admin)).isEqualTo(200);
            assertThat(get(seikyu, "/v1/audit/streams/minato/account/aozora", auditor))
                    .isEqualTo(200);

            List<JsonNode> readings = readings(seikyu, 52);
            assertThat(readings)
                    .extracting(it -> it.get("route").stringValue())
                    .containsOnly("/v1/accounts/{id}", "/v1/accounts", "/v1/audit/streams/{*id}");
            assertThat(readings)
                    .filteredOn(it -> it.get("route").stringValue().equals("/v1/accounts"))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.get("count").intValue())
                                .isEqualTo(sample("accounts.json").size());
                        assertThat(it.get("streams").toString()).contains("minato/account/aozora");
                    });
            assertThat(readings)
                    .filteredOn(it -> it.get("route").stringValue().equals("/v1/accounts/{id}"))
                    .allSatisfy(
                            it -> assertThat(it.get("streams").toString()).isEqualTo("[\"minato/account/aozora\"]"));
            assertThat(seikyu.log().head() - before).as("events of 52 readings").isLessThan(20);
            assertThat(inTheLog(seikyu)).contains("minato/account/aozora").doesNotContain("keiri@", "高橋", "青空");
        }
    }

    @Test
    void whatWasReadLastIsWrittenDownWhenTheProgramEnds() {
        try (RunningSeikyu seikyu = start("PT1H")) {
            setUp(seikyu);
            assertThat(get(seikyu, ACCOUNT, seikyu.admin)).isEqualTo(200);
            assertThat(inTheLog(seikyu)).isEmpty();
        }
        try (RunningSeikyu seikyu = start("PT1H")) {
            assertThat(inTheLog(seikyu)).contains("minato/account/aozora");
        }
    }

    @Test
    void whoseNumberTheClaimOfACallShowsIsWrittenDownEachTime() {
        String[] settings = {"--seikyu.reads-recorded=true", "--seikyu.reads-gathered-for=PT1H"};
        try (DunnedPayers world = new DunnedPayers(data, settings)) {
            world.early();
            world.payer("called");
            LocalDate due = world.owes("called", "called-1");
            world.until(DunnedPayers.bankingDays(due, 14));
            String call = world.reminders("called").stream()
                    .filter(it -> it.get("channel").stringValue().equals("PHONE"))
                    .findFirst()
                    .orElseThrow()
                    .get("reminderId")
                    .stringValue();
            String task = world.call(call);
            String[] once = {"Idempotency-Key", "once", "Seikyu-Client", "minato"};
            for (String[] headers : List.of(once, once, new String[] {"Seikyu-Client", "minato"})) {
                JsonNode claimed = world.seikyu
                        .done("/v1/tasks/" + task + "/claim", world.operator, DunnedPayers.json("{}"), headers)
                        .json();
                assertThat(claimed.at("/briefing/number").stringValue()).isNotEmpty();
            }
            world.done(world.operator, "/v1/tasks/" + task + "/release", "{}");
        }
        try (RunningSeikyu seikyu = RunningSeikyu.on(data, "--seikyu.sandbox=true")) {
            assertThat(recorded(seikyu))
                    .filteredOn(it -> it.get("route").stringValue().equals("/v1/tasks/{id}/claim"))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.get("streams").toString()).isEqualTo("[\"minato/account/called\"]");
                        assertThat(it.get("times").intValue()).isEqualTo(3);
                    });
            assertThat(recorded(seikyu))
                    .extracting(it -> it.get("route").stringValue())
                    .as("what commands look at")
                    .doesNotContain("/v1/tasks/{id}/release", "/v1/invoices/{id}/issue", "/v1/sandbox/clock");
        }
    }

    @Test
    void nothingIsWrittenDownWhereNobodyWantsIt() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            setUp(seikyu);
            assertThat(get(seikyu, ACCOUNT, seikyu.admin)).isEqualTo(200);
        }
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            assertThat(inTheLog(seikyu)).isEmpty();
        }
    }

    private RunningSeikyu start(String every) {
        return RunningSeikyu.on(data, "--seikyu.reads-recorded=true", "--seikyu.reads-gathered-for=" + every);
    }

    private static void setUp(RunningSeikyu seikyu) {
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        sample("accounts.json").forEach(it -> seikyu.done("/v1/accounts", seikyu.admin, it));
    }

    private static String key(RunningSeikyu seikyu, String role) {
        return seikyu.done(
                        "/v1/api-keys", seikyu.admin, JsonMapper.shared().readTree("{\"roles\": [\"" + role + "\"]}"))
                .json()
                .get("key")
                .stringValue();
    }

    private static int get(RunningSeikyu seikyu, String path, String key) {
        String separator = path.contains("?") ? "&" : "?";
        return seikyu.send("GET", path + separator + "atLeast=" + seikyu.log().head(), key, null)
                .status();
    }

    /** As an auditor finds them, once so many are there. */
    private static List<JsonNode> readings(RunningSeikyu seikyu, int wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<JsonNode> found;
        int times;
        do {
            assertThat(System.nanoTime()).isLessThan(end);
            RunningSeikyu.pause();
            found = recorded(seikyu);
            times = found.stream().mapToInt(it -> it.get("times").intValue()).sum();
        } while (times < wanted);
        assertThat(times).isEqualTo(wanted);
        return found;
    }

    private static List<JsonNode> recorded(RunningSeikyu seikyu) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode event : seikyu.send(
                        "GET", "/v1/audit/events?type=personal-data.read&limit=500", seikyu.admin, null)
                .json()
                .get("items")) {
            event.at("/payload/readings").forEach(found::add);
        }
        return found;
    }

    /** The events of readings, as they are stored. */
    private static String inTheLog(RunningSeikyu seikyu) {
        StringBuilder all = new StringBuilder();
        long next = 0;
        List<StoredCommit> commits = seikyu.log().read(next, 500);
        while (!commits.isEmpty()) {
            for (StoredCommit commit : commits) {
                commit.commit().events().stream()
                        .filter(event -> event.type().equals("personal-data.read"))
                        .forEach(event -> all.append(new String(event.payload(), StandardCharsets.UTF_8)));
                next = commit.lastPosition() + 1;
            }
            commits = seikyu.log().read(next, 500);
        }
        return all.toString();
    }
}
