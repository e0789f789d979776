package io.seikyu.command.reaction;

import io.seikyu.contract.Event;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.projection.Recorded;
import io.seikyu.projection.Stillness;
import io.seikyu.web.event.EventReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log and lets each reaction hear of its events, in order. One that fails is passed over and told of. */
final class Reactions implements Stillness {
    private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);
    private static final int BATCH = 200;
    private static final int ATTEMPTS = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration LONGEST_PUT_OFF = Duration.ofSeconds(1);

    private final EventLog log;
    private final EventCodec codec;
    private final List<Reaction> reactions;
    private final BooleanSupplier isTooEarly;
    private final Thread follower = new AxonThreadFactory("reactions").newThread(this::follow);
    private volatile boolean closed;
    private volatile long heard = -1;

    /** @param isTooEarly whether what reactions look things up in is still being made: as long as that is so they wait */
    Reactions(EventLog log, EventCodec codec, List<Reaction> reactions, BooleanSupplier isTooEarly) {
        this.isTooEarly = isTooEarly;
        this.log = log;
        this.codec = codec;
        this.reactions = reactions;
    }

    void start() {
        follower.start();
    }

    private void follow() {
        long next = log.head() + 1;
        while (!closed && isTooEarly.getAsBoolean()) {
            pause(LOOK_EVERY);
        }
        reactions.forEach(reaction -> attempt(reaction.getClass().getSimpleName() + " at start", reaction::catchUp));
        long putOff = System.nanoTime();
        while (!closed) {
            try {
                long head = log.head();
                while (!closed && next <= head) {
                    next = readFrom(next);
                }
                if (reactions.stream().noneMatch(Reaction::hasPutOff)) {
                    heard = next;
                    log.await(next, LOOK_EVERY);
                } else if (!log.await(next, A_MOMENT) || since(putOff) > LONGEST_PUT_OFF.toNanos()) {
                    doPutOff();
                    putOff = System.nanoTime();
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("reactions wait a moment ({})", e.getClass().getName());
                    pause(LOOK_EVERY);
                }
            }
        }
    }

    private void doPutOff() {
        reactions.stream()
                .filter(Reaction::hasPutOff)
                .forEach(it -> attempt(it.getClass().getSimpleName() + ", put off", it::doPutOff));
    }

    private static long since(long nanoTime) {
        return System.nanoTime() - nanoTime;
    }

    /** @return the position behind what was read */
    private long readFrom(long next) {
        long after = next;
        for (StoredCommit commit : log.read(next, BATCH)) {
            for (StoredEvent event : commit.events()) {
                if (event.position() >= next) {
                    reactions.stream()
                            .filter(it -> it.hearsOf().contains(event.event().type()))
                            .forEach(it -> attempt(
                                    it.getClass().getSimpleName() + " at " + event.position(),
                                    () -> it.react(decoded(event), recorded(event))));
                }
            }
            after = commit.lastPosition() + 1;
        }
        return after;
    }

    private Event decoded(StoredEvent event) {
        return (Event) codec.decode(
                event.event().type(), event.event().revision(), event.event().payload());
    }

    private static Recorded recorded(StoredEvent event) {
        return new Recorded(
                event.event().stream(), event.position(), event.event().at(), EventReader.metadata(event.event()));
    }

    private void attempt(String what, Runnable work) {
        for (int attempt = 1; attempt <= ATTEMPTS && !closed; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                // not its message: that may hold what was heard
                LOG.warn("{} failed ({}), attempt {}", what, e.getClass().getName(), attempt);
                pause(LOOK_EVERY);
            }
        }
    }

    @Override
    public Optional<String> busyBefore(long head) {
        return heard > head ? Optional.empty() : Optional.of("reactions, which heard what is before " + heard);
    }

    /** What failed was told of, and is left to the next start. */
    @Override
    public List<String> stuck() {
        return List.of();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        closed = true;
        follower.interrupt();
        try {
            follower.join(LOOK_EVERY.toMillis() * 20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
