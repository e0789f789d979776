package io.seikyu.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In a sandbox days pass when somebody says so, and everything due on them happens in its order. */
@Timeout(600)
class SandboxClockIT {
    private static final String CLOCK = "/v1/sandbox/clock";
    private static final int SCHEDULES = Integer.getInteger("seikyu.schedules", 100);
    private static final int WEEKS = 52;

    @TempDir
    Path data;

    @Test
    void aYearIsLivedInTheOrderOfItsDaysAlsoOverARestart() {
        String where = TestMongo.uriFor(data);
        Instant begin;
        try (CommandServer server = sandbox(where)) {
            begin = now(server);
            // in an order that is not that of the days
            IntStream.range(0, SCHEDULES).forEach(i -> set(server, name(i * 7 % SCHEDULES), begin));
            assertThat(pass(server, "{\"advance\": \"P180D\"}").expect(200).text("until"))
                    .isNotBlank();
            assertThat(now(server)).isAfterOrEqualTo(begin.plus(Duration.ofDays(180)));
            assertThat(History.worked(server).stream().filter(id -> id.startsWith("s")))
                    .hasSizeBetween(SCHEDULES / 3, SCHEDULES);
        }
        try (CommandServer server = sandbox(where)) {
            assertThat(now(server)).isAfterOrEqualTo(begin.plus(Duration.ofDays(180)));
            Instant end = begin.plus(Duration.ofDays(366));
            pass(server, "{\"set\": \"" + end + "\"}").expect(200);

            List<String> worked = History.worked(server);
            assertThat(worked.stream().filter(id -> id.startsWith("s")))
                    .containsExactlyElementsOf(IntStream.range(0, SCHEDULES)
                            .mapToObj(SandboxClockIT::name)
                            .toList());
            assertThat(worked.stream().filter(id -> id.startsWith("weekly")))
                    .hasSizeBetween(WEEKS, WEEKS + 1)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(History.effects(server)).hasSize(SCHEDULES);
            assertThat(now(server)).isAfterOrEqualTo(end);
        }
        assertThatThrownBy(
                        () -> CommandServer.start(data.resolve("clock"), where).close())
                .as("outside a sandbox")
                .rootCause()
                .hasMessageContaining("SEIKYU_SANDBOX");
    }

    @Test
    void itGoesForwardOnlyAndBelongsToWhomNothingLimits() {
        try (CommandServer server = sandbox(TestMongo.uriFor(data))) {
            server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                    .expect(201);
            String limited = server.key("{\"roles\": [\"ADMIN\"], \"grants\": [\"acme\"]}");
            assertThat(server.post(limited, CLOCK, "{\"advance\": \"P1D\"}").status())
                    .isEqualTo(403);
            assertThat(code(server, "{\"set\": \"2020-01-01T00:00:00Z\"}")).isEqualTo("422 clock-only-forward");
            assertThat(code(server, "{\"advance\": \"P80Y\"}")).isEqualTo("422 clock-too-far");
            assertThat(code(server, "{}")).isEqualTo("422 set-or-advance");
            assertThat(pass(server, "{\"advance\": \"P-1D\"}").status()).isEqualTo(422);
            assertThat(pass(server, "{\"advance\": \"P\"}").status()).isEqualTo(422);

            Instant before = now(server);
            Reply first = server.post(CommandServer.ADMIN, CLOCK, "{\"advance\": \"P1D\"}", "Idempotency-Key", "once");
            Reply again = server.post(CommandServer.ADMIN, CLOCK, "{\"advance\": \"P1D\"}", "Idempotency-Key", "once");
            assertThat(again.response().body()).isEqualTo(first.response().body());
            assertThat(now(server)).isBetween(before.plus(Duration.ofDays(1)), before.plus(Duration.ofHours(47)));
        }
    }

    @Test
    void whatIsInTheWayIsNamedAndTheClockStandsThere() {
        Effects.BROKEN.set(true);
        try (CommandServer server = sandbox(TestMongo.uriFor(data))) {
            Instant begin = now(server);
            set(server, "b1", "breaks", begin.plus(Duration.ofDays(1)));
            Reply reply = pass(server, "{\"advance\": \"P3D\"}").expect(409);

            assertThat(reply.text("code")).isEqualTo("clock-held-up");
            assertThat(reply.json().path("inTheWay").toString()).contains("acme/schedule/b1");
            assertThat(now(server)).isBefore(begin.plus(Duration.ofDays(2)));

            Effects.BROKEN.set(false);
            while (pass(server, "{\"advance\": \"PT1S\"}").status() == 409) {
                Thread.onSpinWait();
            }
            assertThat(History.effects(server)).containsExactly("b1");
        } finally {
            Effects.BROKEN.set(false);
        }
    }

    @Test
    void outsideASandboxThereIsNoClockToMove() {
        try (CommandServer server = CommandServer.start(data.resolve("plain"), TestMongo.uriFor(data))) {
            assertThat(code(server, "{\"advance\": \"P1D\"}")).isEqualTo("409 not-in-sandbox");
            assertThat(server.send(CommandServer.ADMIN, "GET", CLOCK, null)
                            .expect(409)
                            .text("code"))
                    .isEqualTo("not-in-sandbox");
        }
    }

    private CommandServer sandbox(String where) {
        return CommandServer.startWith(
                List.of(Effects.class, Weekly.class), data.resolve("clock"), where, "--seikyu.sandbox=true");
    }

    private static String name(int i) {
        return "s%03d".formatted(i);
    }

    private static void set(CommandServer server, String name, Instant begin) {
        int i = Integer.parseInt(name.substring(1));
        set(server, name, "effect", begin.plusSeconds(Duration.ofDays(365).toSeconds() * (i + 1) / SCHEDULES));
    }

    private static void set(CommandServer server, String id, String kind, Instant due) {
        ScheduleId schedule = new ScheduleId("acme", id);
        server.bean(OwnCommands.class)
                .send("acme", "test", null, new SetSchedule(schedule, kind, "acme/invoice/" + id, due, Map.of()));
    }

    private static Reply pass(CommandServer server, String body) {
        return server.post(CommandServer.ADMIN, CLOCK, body);
    }

    private static String code(CommandServer server, String body) {
        Reply reply = pass(server, body);
        return reply.status() + " " + reply.text("code");
    }

    private static Instant now(CommandServer server) {
        return Instant.parse(
                server.send(CommandServer.ADMIN, "GET", CLOCK, null).expect(200).text("now"));
    }

    /** Something that is due each Monday. */
    @Configuration(proxyBeanMethods = false)
    static class Weekly {
        @Bean
        Recurring weekly() {
            return new Recurring("weekly", DayOfWeek.MONDAY, LocalTime.of(6, 0));
        }

        @Bean
        WhenDue weeklyWork() {
            return Effects.work("weekly", due -> List.of());
        }
    }
}
