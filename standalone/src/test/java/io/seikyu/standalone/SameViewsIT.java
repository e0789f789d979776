package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.query.AllProjections;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every view and list of open work, made from nothing in whatever way, is to the byte the one that lived. */
@Timeout(900)
class SameViewsIT {
    @TempDir
    private Path data;

    @Test
    void afterAllThatRequestsHttpDoes() throws Exception {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            RequestsFile.play(seikyu, (heading, reply) -> {});
            assertThat(handled(seikyu.log())).hasSizeGreaterThan(40);
            // long enough to be filled in large steps as well
            assertThat(seikyu.log().head()).isGreaterThan(50);
            sameInEveryWay(seikyu);
        }
    }

    @Test
    void afterPayersWereReminded() throws Exception {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("late");
            world.payer("waiting");
            LocalDate due = world.owes("late", "late-1");
            world.owes("waiting", "waiting-1");
            world.done(
                    world.operator,
                    "/v1/invoices/waiting-1/disputes",
                    "{\"disputeId\": \"d\", \"reason\": \"never came\"}");
            world.until(DunnedPayers.bankingDays(due, 10));
            world.pay("late", "late-1", "241880", world.today());
            world.pass("PT1H");
            assertThat(handled(world.seikyu.log())).contains("reminder.sent", "invoice.reminded", "task.voided");
            sameInEveryWay(world.seikyu);
        }
    }

    private static void sameInEveryWay(RunningSeikyu seikyu) {
        long head;
        SortedMap<String, String> lived;
        do {
            // a webhook that nobody answers is tried again now and then
            head = seikyu.log().head();
            lived = Replays.lived(seikyu, head);
        } while (seikyu.log().head() > head);
        Replays replays = new Replays(seikyu, head);
        for (List<Integer> order :
                List.of(List.of(0), List.of(0, 1), List.of(1, 0), List.of(0, 1, 2, 3), List.of(3, 2, 1, 0))) {
            Replays.same(replays.oneByOne(order.size(), order), lived, "segments in the order " + order);
        }
        Replays.same(replays.cutOffAgainAndAgain(), lived, "cut off again and again");
    }

    /** The kinds of events in it that some view is made of. */
    private static Set<String> handled(EventLog log) {
        Set<String> kinds = new TreeSet<>();
        for (long position = 0; position <= log.head(); ) {
            for (StoredCommit commit : log.read(position, 500)) {
                commit.events().forEach(stored -> kinds.add(stored.event().type()));
                position = commit.lastPosition() + 1;
            }
        }
        Set<Class<?>> anywhere = new java.util.HashSet<>();
        AllProjections.list()
                .forEach(projection -> anywhere.addAll(projection.folds().handled()));
        kinds.removeIf(kind -> EventCatalogue.named(kind)
                .map(EventType::payload)
                .filter(anywhere::contains)
                .isEmpty());
        return kinds;
    }
}
