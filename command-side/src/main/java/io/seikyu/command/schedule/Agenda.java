package io.seikyu.command.schedule;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.schedule.AgendaList.Entry;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.LetFallDue;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Stillness;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log say that a time has come, in the order of the times, and has done what is to be done then; what falls due at
 * the same moment, of different subjects, a few at a time. Of several processes the one works that feeds the list; while it hands over there may be two, which does no harm: a schedule
 * falls due once, and what it asks for is asked for once.
 */
public final class Agenda implements Stillness {
    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LIST_FOLLOWS_WITHIN = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLED_AT_MOST = 8;
    private static final int AT_ONCE = 8;

    private final EventLog log;
    private final LiveProjection<Entry> list;
    private final AgendaViewStore entries;
    private final Works works;
    private final OwnCommands commands;
    private final Clock businessClock;
    private final Clock machineClock;
    private final Semaphore woken = new Semaphore(0);
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private volatile Thread thread;
    private volatile ExecutorService workers;
    private volatile boolean crowded;

    Agenda(
            EventLog log,
            LiveProjection<Entry> list,
            Works works,
            OwnCommands commands,
            Clock businessClock,
            Clock machineClock) {
        this.log = log;
        this.list = list;
        this.entries = new AgendaViewStore(list);
        this.works = works;
        this.commands = commands;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
    }

    void start() {
        Thread made = new Thread(this::run, "agenda");
        made.setDaemon(true);
        workers = Executors.newFixedThreadPool(AT_ONCE, new AxonThreadFactory("agenda-worker"));
        thread = made;
        made.start();
    }

    /** Ends after what is under way, without disturbing it: an interrupt would reach into the stores. */
    void stop() {
        Thread running = thread;
        thread = null;
        woken.release();
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(20));
                workers.shutdown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        boolean recurringIsSet = false;
        while (isRunning()) {
            boolean worked = false;
            try {
                if (list.isFedHere()) {
                    if (!recurringIsSet) {
                        works.setRecurring(businessClock.instant());
                        recurringIsSet = true;
                    }
                    worked = look();
                }
            } catch (RuntimeException e) {
                LOG.warn("the agenda waits a moment ({})", e.toString());
            }
            if (!worked) {
                await();
            }
        }
    }

    private boolean isRunning() {
        return thread == Thread.currentThread();
    }

    private void await() {
        try {
            woken.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            woken.drainPermits();
        } catch (InterruptedException e) {
            thread = null;
        }
    }

    /** The time was moved: it need not wait until somebody looks. */
    public void wake() {
        woken.release();
    }

    /** @return whether anything was done */
    private boolean look() {
        long head = log.head();
        if (!list.await(head, LIST_FOLLOWS_WITHIN)) {
            return false;
        }
        boolean worked = workOff(entries.fallen(), head);
        List<Found<Entry>> due = entries.dueBy(businessClock.instant());
        boolean more = workOff(due, head);
        crowded = more && due.size() == AgendaViewStore.PAGE;
        return more || worked;
    }

    /** Whether so much is due that it is worked page after page, and gets done: what can wait leaves it the processor. */
    public boolean isCrowded() {
        return crowded;
    }

    /** @param due in the order of the times */
    private boolean workOff(List<Found<Entry>> due, long asOf) {
        Map<Instant, Map<String, List<Found<Entry>>>> byTime = new LinkedHashMap<>();
        for (Found<Entry> found : due) {
            byTime.computeIfAbsent(found.view().dueAt(), time -> new LinkedHashMap<>())
                    .computeIfAbsent(found.view().subject(), subject -> new ArrayList<>())
                    .add(found);
        }
        boolean worked = false;
        for (Map<String, List<Found<Entry>>> together : byTime.values()) {
            List<Callable<Boolean>> turns = together.values().stream()
                    .<Callable<Boolean>>map(ofOneSubject -> () -> workInTurn(ofOneSubject, asOf))
                    .toList();
            worked |= workTogether(turns);
        }
        return worked;
    }

    private boolean workTogether(List<Callable<Boolean>> turns) {
        try {
            boolean worked = false;
            for (Future<Boolean> turn : workers.invokeAll(turns)) {
                worked |= turn.get();
            }
            return worked;
        } catch (InterruptedException e) {
            thread = null;
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean workInTurn(List<Found<Entry>> ofOneSubject, long asOf) {
        boolean worked = false;
        for (Found<Entry> found : ofOneSubject) {
            worked |= thread != null && isToBeTried(found.stream()) && attempt(found, asOf);
        }
        return worked;
    }

    private boolean isToBeTried(String stream) {
        Failure failure = failures.get(stream);
        return failure == null || !failure.again().isAfter(machineClock.instant());
    }

    private boolean attempt(Found<Entry> found, long asOf) {
        ScheduleId id = idOf(found.stream());
        Instant now = businessClock.instant();
        try {
            ScheduleStatus status = commands.send(id.tenant(), Works.ACTOR, found.stream(), new LetFallDue(id, now));
            if (status == ScheduleStatus.DUE) {
                Entry entry = found.view();
                works.work(new Due(id, entry.kind(), entry.subject(), entry.dueAt(), entry.facts(), now, asOf));
            }
            failures.remove(found.stream());
            return true;
        } catch (RuntimeException e) {
            int times = failures.getOrDefault(found.stream(), Failure.NONE).times() + 1;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, DOUBLED_AT_MOST));
            failures.put(
                    found.stream(),
                    new Failure(
                            times,
                            machineClock.instant().plus(pause),
                            e.getClass().getSimpleName()));
            LOG.warn(
                    "{} ({}) fell due and waits a moment ({})",
                    found.stream(),
                    found.view().kind(),
                    e.toString());
            return false;
        }
    }

    private static ScheduleId idOf(String stream) {
        String[] name = stream.split("/");
        return new ScheduleId(name[0], name[2]);
    }

    /** When the next thing falls due that has not yet, as far as the list knows. */
    public Optional<Instant> nextDue() {
        return entries.next().map(found -> found.view().dueAt());
    }

    /**
     * What of one kind is to fall due by then, in the order of the ids of what is planned: some of it, as far as the list
     * knows.
     *
     * @param after the stream behind which it begins, or null
     */
    public List<Due> planned(String kind, Instant until, TenantScope scope, String after, int limit) {
        Instant now = businessClock.instant();
        return entries.planned(kind, until, scope, after, limit).stream()
                .map(found -> new Due(
                        idOf(found.stream()),
                        kind,
                        found.view().subject(),
                        found.view().dueAt(),
                        found.view().facts(),
                        now,
                        log.head()))
                .toList();
    }

    @Override
    public Optional<String> busyBefore(long head) {
        if (entries.isDone(businessClock.instant())) {
            return Optional.empty();
        }
        wake();
        return Optional.of("something on the agenda is due and not worked");
    }

    /** What fell due and could not be worked, with the kind of fault. */
    @Override
    public List<String> stuck() {
        return failures.entrySet().stream()
                .map(failed -> failed.getKey() + " fell due and cannot be worked ("
                        + failed.getValue().fault() + ")")
                .sorted()
                .toList();
    }

    private record Failure(int times, Instant again, String fault) {
        static final Failure NONE = new Failure(0, Instant.MIN, "");
    }
}
