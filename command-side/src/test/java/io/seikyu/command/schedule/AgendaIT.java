package io.seikyu.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.command.CommandServer;
import io.seikyu.command.Parallel;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.LetFallDue;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleCancelled;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleWorked;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What falls due is noticed once and done once, whatever happens to the list and to the processes that work it. */
@Timeout(300)
class AgendaIT {
    private static final Instant PAST = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Instant FAR =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(900);

    @TempDir
    Path data;

    @Test
    void whatIsDueIsDoneInTheOrderOfItsTimeAndWhatIsNotWaits() throws Exception {
        try (CommandServer server = start("one", TestMongo.uriFor(data))) {
            set(server, "later", "effect", FAR);
            for (int i : new int[] {3, 1, 2}) {
                set(server, "s" + i, "effect", PAST.plusSeconds(i));
            }
            awaitEnd(server, 3);

            assertThat(History.worked(server)).containsExactlyInAnyOrder("s1", "s2", "s3");
            assertThat(History.effects(server)).containsExactlyInAnyOrder("s1", "s2", "s3");
            awaitNextDueFar(server);
        }
    }

    @Test
    void oneMomentComesAfterTheOtherAndOneSubjectsWorksAreDoneInTurn() throws Exception {
        List<String> subjects = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        try (CommandServer server = start("one", TestMongo.uriFor(data))) {
            Agenda agenda = server.bean(Agenda.class);
            agenda.stop();
            Instant first = PAST;
            Instant second = first.plusMillis(1);
            for (String subject : subjects) {
                for (int i = 1; i <= 3; i++) {
                    set(server, "later." + subject + i, "effect", "acme/invoice/" + subject, second);
                    set(server, "sooner." + subject + i, "effect", "acme/invoice/" + subject, first);
                }
            }
            agenda.start();
            awaitEnd(server, 60);

            List<String> worked = History.worked(server);
            assertThat(worked.subList(0, 30)).allMatch(id -> id.startsWith("sooner."));
            for (String subject : subjects) {
                assertThat(worked.stream().filter(id -> id.startsWith("sooner." + subject)))
                        .containsExactly("sooner." + subject + 1, "sooner." + subject + 2, "sooner." + subject + 3);
            }
        }
    }

    @Test
    void whileMuchIsDueAtOnceItSaysSo() throws Exception {
        int count = 420;
        try (CommandServer server = start("one", TestMongo.uriFor(data))) {
            Agenda agenda = server.bean(Agenda.class);
            agenda.stop();
            Parallel.times(count, i -> {
                set(server, "s" + i, "effect", PAST);
                return i;
            });
            assertThat(agenda.isCrowded()).isFalse();
            agenda.start();
            long end = System.nanoTime() + LONG.toNanos();
            while (!agenda.isCrowded()) {
                assertThat(System.nanoTime()).as("it never says so").isLessThan(end);
                Thread.sleep(1);
            }
            awaitEnd(server, count);
            while (agenda.isCrowded()) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void anAgendaThatWasLostForgetsNothingAndDoesNothingTwice() throws Exception {
        String where = TestMongo.uriFor(data);
        try (CommandServer server = start("one", where)) {
            IntStream.range(0, 5).forEach(i -> set(server, "done" + i, "effect", PAST));
            set(server, "soon", "effect", FAR);
            awaitEnd(server, 5);
        }
        // its derived data was in memory and is gone; the days on which it was down are caught up
        try (CommandServer server = start("one", where)) {
            set(server, "missed", "effect", PAST.plusSeconds(1));
            awaitEnd(server, 6);

            awaitNextDueFar(server);
            assertThat(History.fallen(server)).hasSize(6).doesNotHaveDuplicates();
            assertThat(History.effects(server)).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void ofTwoProcessesOnOneLogEachThingIsDoneOnce() throws Exception {
        try (TestMongo mongo = TestMongo.fresh();
                CommandServer one = start("one", mongo.uri());
                CommandServer two = start("two", mongo.uri())) {
            List<CommandServer> both = List.of(one, two);
            int count = 8;
            Parallel.times(count, i -> {
                set(both.get(i % 2), "s" + i, "effect", PAST.plusSeconds(i));
                return i;
            });
            // besides their own loops both are told of everything at the same time
            Parallel.times(
                    2 * count,
                    i -> both.get(i % 2)
                            .bean(OwnCommands.class)
                            .send(
                                    "acme",
                                    "test",
                                    null,
                                    new LetFallDue(new ScheduleId("acme", "s" + i / 2), Instant.now())));
            awaitEnd(one, count);

            assertThat(History.fallen(one)).hasSize(count).doesNotHaveDuplicates();
            assertThat(History.effects(one)).hasSize(count).doesNotHaveDuplicates();
            assertThat(History.worked(one)).hasSize(count).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatFailsIsTriedAgainAndHoldsUpNothingElse() throws Exception {
        Effects.BROKEN.set(true);
        try (CommandServer server = start("one", TestMongo.uriFor(data))) {
            set(server, "b1", "breaks", PAST);
            set(server, "s1", "effect", PAST.plusSeconds(1));
            awaitEnd(server, 1);
            while (server.bean(Agenda.class).stuck().isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(server.bean(Agenda.class).stuck())
                    .singleElement()
                    .asString()
                    .contains("acme/schedule/b1");

            Effects.BROKEN.set(false);
            awaitEnd(server, 2);
            assertThat(server.bean(Agenda.class).stuck()).isEmpty();
            assertThat(History.effects(server)).containsExactlyInAnyOrder("b1", "s1");
        }
    }

    @Test
    void whatASagaSchedulesIsSetOnceAndBesideItsOwnUnitOfWork() throws Exception {
        try (CommandServer server = start("one", TestMongo.uriFor(data))) {
            EventScheduler scheduler = server.bean(EventScheduler.class);
            Instant due = PAST.plusSeconds(5);
            ScheduleFellDue event = new ScheduleFellDue("acme", "saga1", "effect", "acme/invoice/saga1", due, Map.of());
            UnitOfWork<?> saga =
                    DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("something happened"));
            scheduler.schedule(due, event);
            scheduler.schedule(due, event);
            saga.rollback();
            awaitEnd(server, 1);
            assertThat(History.effects(server)).containsExactly("saga1");

            ScheduleFellDue far = new ScheduleFellDue("acme", "saga2", "effect", "acme/invoice/saga2", FAR, Map.of());
            scheduler.cancelSchedule(scheduler.schedule(FAR, far));
            assertThat(History.events(server, ScheduleCancelled.class)).hasSize(1);
            assertThatThrownBy(() -> scheduler.schedule(PAST, far)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatDoesNotFitAnyMoreIsPassedOver() throws Exception {
        try (CommandServer server = start("one", TestMongo.uriFor(data))) {
            set(server, "r1", "refused", PAST);
            awaitEnd(server, 1);

            assertThat(History.events(server, ScheduleWorked.class))
                    .singleElement()
                    .satisfies(worked -> assertThat(worked.refusal()).isNotBlank());
        }
    }

    private CommandServer start(String name, String where) {
        return CommandServer.startWith(List.of(Effects.class), data.resolve(name), where);
    }

    private static void set(CommandServer server, String id, String kind, Instant due) {
        set(server, id, kind, "acme/invoice/" + id, due);
    }

    private static void set(CommandServer server, String id, String kind, String subject, Instant due) {
        ScheduleId schedule = new ScheduleId("acme", id);
        server.bean(OwnCommands.class)
                .send("acme", "test", null, new SetSchedule(schedule, kind, subject, due, Map.of()));
    }

    private static void awaitNextDueFar(CommandServer server) throws InterruptedException {
        // what the program itself does every week may come before
        while (server.bean(Agenda.class)
                .nextDue()
                .filter(due -> due.isAfter(Instant.now()) && !due.isAfter(FAR))
                .isEmpty()) {
            Thread.sleep(20);
        }
    }

    private static void awaitEnd(CommandServer server, int of) throws InterruptedException {
        while (History.worked(server).size() < of) {
            Thread.sleep(20);
        }
    }
}
