package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.MongoEventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Command side and query side as two processes on one MongoDB, as {@code docker-compose.yml} runs them. */
class TwoApplicationsIT {
    private static final int CLIENTS = 120;
    private static final String ADMIN = "sk_administrator-of-two-applications-0123456789";

    @TempDir
    private Path directory;

    private final TestMongo mongo = TestMongo.fresh();
    private ChildApplication commands;
    private ChildApplication questions;

    @BeforeEach
    void startBothAtOnce() throws IOException {
        commands = startCommandSide();
        questions = startQuerySide();
    }

    @AfterEach
    void stopBoth() throws InterruptedException {
        commands.kill();
        questions.kill();
        mongo.close();
    }

    private ChildApplication startCommandSide() throws IOException {
        return ChildApplication.start(
                "command-side", "io.seikyu.command.CommandSideApplication", environment("command-side"));
    }

    private ChildApplication startQuerySide() throws IOException {
        return ChildApplication.start("query-side", "io.seikyu.query.QuerySideApplication", environment("query-side"));
    }

    private Map<String, String> environment(String side) {
        return Map.of(
                "SEIKYU_DATA_DIR",
                directory.resolve(side).toString(),
                "SEIKYU_MONGODB_URI",
                mongo.uri(),
                "SEIKYU_ADMIN_KEY",
                ADMIN);
    }

    @Test
    void whatOneAcknowledgesTheOtherAnswersThroughKillsOfBoth() throws Exception {
        commands.awaitReady();
        questions.awaitReady();
        HttpResponse<String> first = register("minato", "key-1");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertSeen("minato", position(first));

        assertThat(questions
                        .send("POST", "/v1/clients", client("nobody"), headers("key-2"))
                        .statusCode())
                .isIn(404, 405);

        commands.kill();
        assertSeen("minato", position(first));
        commands = startCommandSide();
        commands.awaitReady();
        HttpResponse<String> again = register("minato", "key-1");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> second = register("sakae", "key-3");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertSeen("sakae", position(second));

        questions.kill();
        HttpResponse<String> third = register("hikari", "key-4");
        assertThat(third.statusCode()).as(third.body()).isEqualTo(201);
        questions = startQuerySide();
        questions.awaitReady();
        assertSeen("hikari", position(third));
        assertSeen("minato", position(third));
        assertTheLogIsWhole();
    }

    @Test
    void aViewThatIsMadeAgainBesideItselfTakesOverInEachProcessAndNobodySeesItHalf() throws Exception {
        commands.awaitReady();
        questions.awaitReady();
        ChildApplication other = ChildApplication.start(
                "query-side-two", "io.seikyu.query.QuerySideApplication", environment("query-side-two"));
        try {
            other.awaitReady();
            HttpResponse<String> last = null;
            for (int i = 0; i < CLIENTS; i++) {
                last = register("client-" + i, "made-again-" + i);
            }
            assertSeen("client-" + (CLIENTS - 1), position(last));
            assertThat(ask(other, "/v1/clients?limit=500&atLeast=" + position(last))
                            .get("items"))
                    .hasSize(CLIENTS);

            HttpResponse<String> begun = commands.send(
                    "POST", "/v1/projections/client/rebuild", "{\"mode\": \"SIDE_BY_SIDE\"}", headers("rebuild"));
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            String job = "/v1/jobs/"
                    + JsonMapper.shared().readTree(begun.body()).get("jobId").asString() + "?atLeast="
                    + position(begun);
            JsonNode told;
            do {
                told = ask(questions, job);
                assertThat(ask(questions, "/v1/clients?limit=500").get("items")).hasSize(CLIENTS);
                assertThat(ask(other, "/v1/clients?limit=500").get("items")).hasSize(CLIENTS);
            } while (told.get("status").asString().equals("RUNNING"));

            assertThat(told.get("status").asString()).as(told.toString()).isEqualTo("DONE");
            assertThat(told.at("/result/before/documents").asInt()).isEqualTo(CLIENTS);
            assertThat(told.at("/result/after/documents").asInt()).isEqualTo(CLIENTS);
            HttpResponse<String> next = register("after", "made-again-after");
            for (ChildApplication each : List.of(questions, other)) {
                assertThat(ask(each, "/v1/clients?limit=500&atLeast=" + position(next))
                                .get("items"))
                        .hasSize(CLIENTS + 1);
            }
        } finally {
            other.kill();
        }
    }

    private static JsonNode ask(ChildApplication of, String question) throws Exception {
        HttpResponse<String> answer = of.send("GET", question, null, "Authorization", "Bearer " + ADMIN);
        assertThat(answer.statusCode()).as(question + ": " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> register(String clientId, String idempotencyKey) throws Exception {
        return commands.send("POST", "/v1/clients", client(clientId), headers(idempotencyKey));
    }

    private static String[] headers(String idempotencyKey) {
        return new String[] {
            "Content-Type", "application/json", "Authorization", "Bearer " + ADMIN, "Idempotency-Key", idempotencyKey
        };
    }

    private static String client(String clientId) throws IOException {
        JsonMapper json = JsonMapper.shared();
        ObjectNode client = (ObjectNode) json.readTree(Files.readString(Path.of("../samples/client.json")));
        return json.writeValueAsString(client.put("clientId", clientId));
    }

    private static long position(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Seikyu-Position").orElseThrow());
    }

    /** A killed process's claims on its segments lapse after ten seconds, so the answer may have to be asked for again. */
    private void assertSeen(String clientId, long position) throws InterruptedException {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 100; i++) {
            answer = questions.send(
                    "GET",
                    "/v1/clients/" + clientId + "?atLeast=" + position,
                    null,
                    "Authorization",
                    "Bearer " + ADMIN);
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).contains("\"" + clientId + "\"");
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("GET answered " + answer.statusCode() + " " + answer.body());
    }

    private void assertTheLogIsWhole() {
        try (EventLog log = MongoEventLog.open(mongo.database(), Clock.systemUTC())) {
            Verification found = LogVerifier.verify(
                    log, Checkpoints.in(directory.resolve("command-side/checkpoints")), (checked, of) -> {});
            assertThat(found.valid()).as(found.summary()).isTrue();
        }
    }
}
