package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The chain is checked while the program runs, and what a view cannot digest is left out by a person. */
@Timeout(300)
class VerificationIT {
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path data;

    @Test
    void aWholeLogIsValidThroughWhereItEndedAndItIsToldAsAJob() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            Reply accepted = seikyu.send("POST", "/v1/audit/verifications", seikyu.admin, null);
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            JsonNode job = until(
                    seikyu,
                    "/v1/jobs/" + accepted.json().get("jobId").asString(),
                    it -> !it.get("status").asString().equals("RUNNING"));

            assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("DONE");
            assertThat(job.get("kind").asString()).isEqualTo("LOG_VERIFICATION");
            assertThat(job.at("/result/valid").asBoolean()).isTrue();
            assertThat(job.get("result").has("firstFault")).isFalse();
            assertThat(job.at("/result/through").asLong()).isGreaterThanOrEqualTo(accepted.position());
            assertThat(job.get("done")).isEqualTo(job.get("total"));
        }
    }

    @Test
    void whatAViewCannotDigestIsLeftOutWithAReason() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            EventLog log = seikyu.log();
            String event = UUID.randomUUID().toString();
            byte[] payload = "{?".getBytes(StandardCharsets.UTF_8);
            byte[] metadata = "{\"actor\": \"test\"}".getBytes(StandardCharsets.UTF_8);
            log.append(new NewCommit(
                    UUID.randomUUID(),
                    "acme",
                    List.of(new NewEvent(
                            event,
                            "acme/client/acme",
                            0,
                            "client.registered",
                            1,
                            java.time.Instant.parse("2026-04-30T01:02:03Z"),
                            payload,
                            metadata)),
                    Set.of()));
            String id = "client:" + event;
            until(seikyu, "/v1/dead-letters", it -> it.toString().contains(id));

            assertThat(discard(seikyu, "client:other", "{\"reason\": \"no use\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(discard(seikyu, id, "{}").status()).isEqualTo(422);
            Reply done = discard(seikyu, id, "{\"reason\": \"no use\"}");
            assertThat(done.status()).as(done.body()).isEqualTo(204);
            until(seikyu, "/v1/dead-letters", it -> !it.toString().contains(id));

            JsonNode said = until(seikyu, "/v1/audit/events?type=dead-letter.discarded", it -> true);
            assertThat(said.get("items")).hasSize(1);
            assertThat(said.at("/items/0/payload/eventId").asString()).isEqualTo(event);
            assertThat(said.at("/items/0/payload/reason").asString()).isEqualTo("no use");
            assertThat(said.at("/items/0/actor").asString()).isNotEmpty();
        }
    }

    @Test
    void whatWaitsInAListOfTheCommandSideIsShownAndThePastSaysWhatIsInTheWay() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            seikyu.done("/v1/clients", seikyu.admin, RunningSeikyu.sample("client.json"));
            seikyu.done(
                    "/v1/accounts",
                    seikyu.admin,
                    RunningSeikyu.sample("accounts.json").get(0));
            String event = UUID.randomUUID().toString();
            seikyu.log()
                    .append(new NewCommit(
                            UUID.randomUUID(),
                            "minato",
                            List.of(new NewEvent(
                                    event,
                                    "minato/account/aozora",
                                    1,
                                    "account.amended",
                                    1,
                                    java.time.Instant.now(),
                                    "{?".getBytes(StandardCharsets.UTF_8),
                                    "{\"actor\": \"test\"}".getBytes(StandardCharsets.UTF_8))),
                            Set.of()));
            String list = "known-payers:" + event;
            String view = "account:" + event;
            until(
                    seikyu,
                    "/v1/dead-letters",
                    it -> it.toString().contains(list) && it.toString().contains(view));
            for (String id : List.of(list, view)) {
                Reply again = seikyu.send("POST", "/v1/dead-letters/" + id + "/retry", seikyu.admin, "{}");
                assertThat(again.code()).as(again.body()).isEqualTo("still-parked");
            }
            String past = "/v1/accounts/aozora?clientId=minato&asOf=2099-01-01T00:00:00Z";
            Reply inTheWay = seikyu.send("GET", past, seikyu.admin, null);
            assertThat(inTheWay.status()).as(inTheWay.body()).isEqualTo(409);
            assertThat(inTheWay.code()).isEqualTo("event-in-the-way");
            assertThat(inTheWay.json().get("eventId").asString()).isEqualTo(event);

            assertThat(inTheWay.json().get("deadLetter").asString()).endsWith(":" + event);
            seikyu.send("GET", "/v1/dead-letters", seikyu.admin, null)
                    .json()
                    .get("items")
                    .forEach(letter -> assertThat(
                                    discard(seikyu, letter.get("id").asString(), "{\"reason\": \"no use\"}")
                                            .status())
                            .isEqualTo(204));
            until(seikyu, "/v1/dead-letters", it -> !it.toString().contains(event));
            Reply known = seikyu.send("GET", past, seikyu.admin, null);
            assertThat(known.status()).as(known.body()).isEqualTo(200);
            assertThat(known.json().get("name").asString()).isEqualTo("青空フーズ株式会社");
        }
    }

    private static Reply discard(RunningSeikyu seikyu, String id, String body) {
        return seikyu.send("POST", "/v1/dead-letters/" + id + "/discard", seikyu.admin, body);
    }

    private static JsonNode until(RunningSeikyu seikyu, String path, Predicate<JsonNode> as) {
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            Reply reply = seikyu.send("GET", path, seikyu.admin, null);
            // a job that was accepted a moment ago may not be in the views yet
            if (reply.status() == 200 && as.test(reply.json())) {
                return reply.json();
            }
            assertThat(reply.status()).as(reply.body()).isIn(200, 404);
            assertThat(System.nanoTime()).as(reply.body()).isLessThan(end);
            RunningSeikyu.pause();
        }
    }
}
