package io.seikyu.command.clock;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.schedule.Agenda;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.ClockId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.schedule.ClockCommand.MoveClock;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Stillness;
import io.seikyu.web.problem.ProblemException;
import io.seikyu.web.wiring.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets time pass in a sandbox: from one due thing to the next, each time until everything that follows from it has
 * happened. So what is due happens in the order of its time, as if the days had been lived.
 */
final class TimeMachine {
    private static final String ACTOR = "sandbox";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Without any progress for so long it is asked whether something is stuck. */
    private static final Duration SUSPICIOUS = Duration.ofMillis(30);
    /** Each look hurries whoever follows the log, which costs: the longer it takes, the less often. */
    private static final long LOOKS_WITHIN = 10;

    private static final long LONGEST_PAUSE_MILLIS = 100;

    private final EventLog log;
    private final OwnCommands commands;
    private final CachingRepository<SandboxClock, ClockState> clocks;
    private final BusinessClock clock;
    private final Agenda agenda;
    private final Supplier<Stream<Stillness>> atWork;
    private final ReentrantLock moving = new ReentrantLock();

    TimeMachine(
            EventLog log,
            OwnCommands commands,
            CachingRepository<SandboxClock, ClockState> clocks,
            BusinessClock clock,
            Agenda agenda,
            Supplier<Stream<Stillness>> atWork) {
        this.log = log;
        this.commands = commands;
        this.clocks = clocks;
        this.clock = clock;
        this.agenda = agenda;
        this.atWork = atWork;
    }

    /**
     * Returns when everything has happened that is due up to the time that was asked for last.
     *
     * @throws ProblemException {@code clock-moving} while somebody else lets time pass; {@code clock-held-up} with what
     *                          is in the way: the clock then stands where that came up
     */
    void pass() {
        if (!moving.tryLock()) {
            throw new ProblemException(
                    409, "clock-moving", "Somebody else lets time pass at the moment: ask again when that is done.");
        }
        try {
            Instant until = clocks.find(ClockId.STREAM)
                    .map(found -> found.state().until())
                    .orElseGet(clock::instant);
            settle();
            for (Optional<Instant> next = nextDue(until); next.isPresent(); next = nextDue(until)) {
                moveTo(next.get());
                settle();
            }
            moveTo(until);
            settle();
        } finally {
            moving.unlock();
        }
    }

    private Optional<Instant> nextDue(Instant until) {
        return agenda.nextDue().filter(due -> !due.isAfter(until));
    }

    private void moveTo(Instant to) {
        Duration ahead = commands.send(Ids.AGENCY, ACTOR, null, new MoveClock(new ClockId(), to, clock.instant()));
        clock.beAhead(ahead);
        agenda.wake();
    }

    private void settle() {
        long head = log.head();
        long began = System.nanoTime();
        long progress = began;
        while (true) {
            long seen = log.head();
            Optional<String> busy = busyBefore(seen);
            boolean still = busy.isEmpty() && log.head() == seen;
            if (seen != head) {
                head = seen;
                progress = System.nanoTime();
            }
            if (still || isLongerThan(SUSPICIOUS, progress)) {
                refuseWhenStuck();
            }
            if (still) {
                return;
            }
            if (isLongerThan(PATIENCE, progress)) {
                throw heldUp(List.of(busy.orElse("something goes on without end")));
            }
            long lasted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            sleep(Math.min(LONGEST_PAUSE_MILLIS, 1 + lasted / LOOKS_WITHIN));
        }
    }

    private static boolean isLongerThan(Duration time, long began) {
        return System.nanoTime() - began > time.toNanos();
    }

    private Optional<String> busyBefore(long head) {
        return atWork.get()
                .map(each -> each.busyBefore(head))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void refuseWhenStuck() {
        List<String> stuck = atWork.get().flatMap(each -> each.stuck().stream()).toList();
        if (!stuck.isEmpty()) {
            throw heldUp(stuck);
        }
    }

    private ProblemException heldUp(List<String> inTheWay) {
        return new ProblemException(
                        409,
                        "clock-held-up",
                        "The clock stands at " + clock.instant() + ": settle what is in the way, then ask again.")
                .with("inTheWay", inTheWay);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(503, "not-caught-up", "The program is about to stop.")
                    .withHeader("Retry-After", "5");
        }
    }
}
