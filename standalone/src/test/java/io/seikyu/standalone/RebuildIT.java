package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.seikyu.projection.Rebuilds;
import io.seikyu.projection.Rebuilds.Wish;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is derived is made again from the log while people ask and work. */
@Timeout(600)
class RebuildIT {
    /** Nobody waits so long unless something is broken. */
    private static final Duration LONG = Duration.ofSeconds(240);

    @TempDir
    private Path data;

    @Test
    void viewsListsAndSagasAreMadeAgainAndNothingIsDoneTwice() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("late", "phone", (String) null);
            LocalDate due = world.owes("late", "late-1");
            world.until(DunnedPayers.bankingDays(due, 2));
            List<String> story = world.story("late");
            assertThat(story).contains("R1 MAIL SENT");
            JsonNode invoice = world.get("/v1/invoices/late-1").json();
            List<JsonNode> messages = world.all("/v1/messages?clientId=minato");

            List<String> names = new ArrayList<>();
            world.get("/v1/projections").json().get("items").forEach(row -> {
                names.add(row.get("name").asString());
                assertThat(row.get("health").asString()).as(row.toString()).isEqualTo("OK");
            });
            assertThat(names)
                    .contains("invoice", "claim", "account")
                    .contains("agenda", "open-jobs", "known-payers", "open-messages");
            assertThat(names.remove("dunning-saga")).isTrue();
            Map<String, Reply> accepted = new LinkedHashMap<>();
            names.forEach(name -> accepted.put(name, rebuild(world.seikyu, name, "SIDE_BY_SIDE")));
            accepted.forEach((name, reply) -> sameAsBefore(name, ended(world.seikyu, reply)));

            JsonNode sagas = ended(world.seikyu, rebuild(world.seikyu, "dunning-saga", "IN_PLACE"));
            assertThat(sagas.get("status").asString()).as(sagas.toString()).isEqualTo("DONE");
            assertThat(sagas.at("/result/mode").asString()).isEqualTo("IN_PLACE");
            world.pass("PT1H");

            assertThat(world.story("late")).isEqualTo(story);
            assertThat(world.get("/v1/invoices/late-1").json()).isEqualTo(invoice);
            assertThat(world.all("/v1/messages?clientId=minato")).isEqualTo(messages);
            world.until(DunnedPayers.bankingDays(due, 6));
            assertThat(world.story("late")).contains("R2 MAIL SENT").doesNotHaveDuplicates();
        }
    }

    private static void sameAsBefore(String name, JsonNode job) {
        assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.get("kind").asString()).isEqualTo("PROJECTION_REBUILD");
        assertThat(job.get("subject").asString()).isEqualTo(name);
        assertThat(job.get("mode").asString()).isEqualTo("SIDE_BY_SIDE");
        assertThat(job.get("done")).isEqualTo(job.get("total"));
        JsonNode result = job.get("result");
        assertThat(result.get("different").asInt()).as(job.toString()).isZero();
        assertThat(result.get("before")).isEqualTo(result.get("after"));
        assertThat(result.get("generation").asInt()).isEqualTo(2);
    }

    @Test
    void inPlaceAViewSaysHowFarItIs() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            JsonNode job = ended(seikyu, rebuild(seikyu, "policy", "IN_PLACE"));
            assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("DONE");
            assertThat(job.at("/result/mode").asString()).isEqualTo("IN_PLACE");
            assertThat(job.at("/result/through").asLong()).isGreaterThanOrEqualTo(0);
        }
    }

    /** The test is the one who makes the thing again: so it says when it is how far. */
    @Test
    void aJobTellsHowFarItIsWaitsGoesOnAfterARestartAndEndsWithTheResult() {
        String job;
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            Rebuilds rebuilds = new Rebuilds(seikyu.bean(MongoDatabase.class));
            rebuilds.offer("slow");
            job = rebuild(seikyu, "slow", "IN_PLACE").json().get("jobId").asString();
            wished(seikyu, rebuilds, wish -> !wish.paused());
            rebuilds.reached("slow", job, 39, 99);
            JsonNode under = until(seikyu, job, it -> it.get("done").asInt() == 40);
            assertThat(under.get("total").asInt()).isEqualTo(100);
            assertThat(under.get("status").asString()).isEqualTo("RUNNING");

            post(seikyu, job, "pause");
            wished(seikyu, rebuilds, Wish::paused);
            assertThat(until(seikyu, job, it -> true).get("status").asString()).isEqualTo("PAUSED");
        }
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            Rebuilds rebuilds = new Rebuilds(seikyu.bean(MongoDatabase.class));
            rebuilds.offer("slow");
            post(seikyu, job, "resume");
            wished(seikyu, rebuilds, wish -> !wish.paused());
            rebuilds.done("slow", job, Map.of("mode", "IN_PLACE", "through", 99L));
            JsonNode done = until(seikyu, job, it -> it.get("status").asString().equals("DONE"));
            assertThat(done.at("/result/through").asInt()).isEqualTo(99);
            assertThat(done.get("done").asInt()).isEqualTo(100);
        }
    }

    @Test
    void aJobThatIsCancelledIsNotWishedForAnyMore() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            Rebuilds rebuilds = new Rebuilds(seikyu.bean(MongoDatabase.class));
            rebuilds.offer("slow");
            String job = rebuild(seikyu, "slow", "IN_PLACE").json().get("jobId").asString();
            wished(seikyu, rebuilds, wish -> true);
            post(seikyu, job, "cancel");
            long end = System.nanoTime() + LONG.toNanos();
            while (rebuilds.wish("slow").isPresent()) {
                assertThat(System.nanoTime()).isLessThan(end);
                RunningSeikyu.pause();
            }
            assertThat(until(seikyu, job, it -> true).get("status").asString()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void whatCannotBeRebuiltIsSaid() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            assertThat(rebuild(seikyu, "nothing", "IN_PLACE").status()).isEqualTo(404);
            Reply faulty = rebuild(seikyu, "invoice", "SIDEWAYS");
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.json().at("/errors/0/pointer").asString()).isEqualTo("/mode");
            Reply saga = rebuild(seikyu, "dunning-saga", "SIDE_BY_SIDE");
            assertThat(saga.status()).as(saga.body()).isEqualTo(422);
        }
    }

    private static void wished(RunningSeikyu seikyu, Rebuilds rebuilds, Predicate<Wish> as) {
        long end = System.nanoTime() + LONG.toNanos();
        Optional<Wish> wish = rebuilds.wish("slow");
        while (wish.filter(as).isEmpty()) {
            assertThat(System.nanoTime())
                    .as("nobody wishes for it; the log ends at " + seikyu.log().head())
                    .isLessThan(end);
            RunningSeikyu.pause();
            wish = rebuilds.wish("slow");
        }
    }

    private static void post(RunningSeikyu seikyu, String job, String what) {
        Reply reply =
                seikyu.send("POST", "/v1/jobs/" + job + "/" + what, seikyu.admin, "{}", "Seikyu-Client", "agency");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static Reply rebuild(RunningSeikyu seikyu, String name, String mode) {
        return seikyu.send(
                "POST", "/v1/projections/" + name + "/rebuild", seikyu.admin, "{\"mode\": \"" + mode + "\"}");
    }

    private static JsonNode ended(RunningSeikyu seikyu, Reply accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return until(
                seikyu,
                accepted.json().get("jobId").asString(),
                job -> !List.of("RUNNING", "PAUSED").contains(job.get("status").asString()));
    }

    private static JsonNode until(RunningSeikyu seikyu, String job, Predicate<JsonNode> as) {
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            String path = "/v1/jobs/" + job + "?atLeast=" + seikyu.log().head();
            Reply reply = seikyu.send("GET", path, seikyu.admin, null);
            if (reply.status() == 200 && as.test(reply.json())) {
                return reply.json();
            }
            assertThat(reply.status()).as(reply.body()).isIn(200, 503);
            assertThat(System.nanoTime()).as(reply.body()).isLessThan(end);
            RunningSeikyu.pause();
        }
    }
}
