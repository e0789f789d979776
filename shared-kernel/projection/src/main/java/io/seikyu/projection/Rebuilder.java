package io.seikyu.projection;

import io.seikyu.projection.Generations.Generation;
import io.seikyu.projection.Generations.Retired;
import io.seikyu.projection.Generations.State;
import io.seikyu.projection.ParkedSequences.Parked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes projections again from the log when that is wished for, beside the one that answers or in its place, and follows
 * other processes that do. It keeps nothing that matters: whoever looks next, after a restart too, goes on from what is
 * stored.
 */
final class Rebuilder {
    /** What answers no more stays that long, for those who are reading it, also in other processes. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration HAND_OVER_WITHIN = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);

    private final Generations generations;
    private final Builds builds;
    private final LongSupplier head;
    private final Clock machineClock;
    private final Map<String, Compared> compared = new HashMap<>();

    /** How builds are made and done away with. */
    interface Builds {
        <V> Build<V> open(Projection<V> projection, Generation generation);

        boolean fits(Generation generation);

        void drop(Generation generation);
    }

    Rebuilder(Generations generations, Builds builds, LongSupplier head, Clock machineClock) {
        this.generations = generations;
        this.builds = builds;
        this.head = head;
        this.machineClock = machineClock;
    }

    /** Does what can be done now. */
    void look(Collection<LiveProjection<?>> all) {
        try {
            lookAtEach(all);
        } catch (RuntimeException e) {
            log.warn("nothing is rebuilt just now ({})", e.toString());
        }
    }

    private void lookAtEach(Collection<LiveProjection<?>> all) {
        Map<String, State> states = generations.states();
        for (LiveProjection<?> live : all) {
            // none: the store was emptied below this process
            State state = states.get(Generations.idOf(live.projection()));
            try {
                if (state != null && follow(live, state)) {
                    look(live, state);
                }
            } catch (RuntimeException e) {
                log.warn(
                        "projection {} is not rebuilt just now ({})",
                        live.projection().name(),
                        e.toString());
            }
        }
    }

    private void look(LiveProjection<?> live, State state) {
        if (state.beside() == null) {
            close(live);
            if (state.wish() != null) {
                generations.begin(state, head.getAsLong(), machineClock.instant());
            }
        } else if (!state.isWished()) {
            giveUp(live, state);
        } else if (state.isInPlace()) {
            lead(live, state);
        } else {
            buildBeside(live, state);
        }
        sweep(state);
    }

    /** @return false while this process does not yet use what is to be used */
    private <V> boolean follow(LiveProjection<V> live, State state) {
        if (live.current().generation().equals(state.current())) {
            return true;
        }
        Build<V> beside = live.beside();
        boolean isOpen = beside != null && beside.generation().equals(state.current());
        Build<V> next = isOpen ? beside : builds.open(live.projection(), state.current());
        next.start();
        if (state.beside() != null && state.isInPlace()) {
            live.beginAnewWith(next);
            return true;
        }
        if (!isOpen) {
            close(live);
            live.besides(next);
        }
        return live.replaceBy(next, HAND_OVER_WITHIN);
    }

    private void close(LiveProjection<?> live) {
        Build<?> beside = live.beside();
        if (beside != null) {
            live.besides(null);
            beside.stop().join();
        }
    }

    /** In place, whatever was begun is what answers from now on, and it goes on filling. */
    private void giveUp(LiveProjection<?> live, State state) {
        close(live);
        if (state.isInPlace()) {
            live.current().start();
        }
        generations.giveUp(state, machineClock.instant());
    }

    private void lead(LiveProjection<?> live, State state) {
        if (runs(live.current(), state) && isCaughtUp(live.current(), state)) {
            generations.takeOver(state, result(state, live.current(), Map.of()), machineClock.instant());
        }
    }

    private <V> void buildBeside(LiveProjection<V> live, State state) {
        Generation wanted = new Generation(state.id(), state.beside().number());
        Build<V> beside = live.beside();
        if (beside == null || !beside.generation().equals(wanted)) {
            close(live);
            if (!builds.fits(wanted)) {
                generations.giveUp(state, machineClock.instant());
                return;
            }
            beside = builds.open(live.projection(), wanted);
            live.besides(beside);
        }
        if (runs(beside, state)
                && isCaughtUp(beside, state)
                && beside.position() >= live.current().position()) {
            complete(live, beside, state);
        }
    }

    private boolean runs(Build<?> build, State state) {
        if (state.wish().paused()) {
            build.stop().join();
        } else {
            build.start();
        }
        return !state.wish().paused();
    }

    private boolean isCaughtUp(Build<?> build, State state) {
        long position = build.position();
        if (position > state.beside().position()) {
            generations.reached(state, position);
        }
        return position >= state.beside().end();
    }

    private <V> void complete(LiveProjection<V> live, Build<V> beside, State state) {
        List<String> worse = beside.parked().all().stream()
                .map(Parked::sequence)
                .filter(sequence -> live.parked().find(sequence).isEmpty())
                .toList();
        if (!worse.isEmpty()) {
            close(live);
            generations.refuse(
                    state,
                    worse.size() + " things would wait that do not now, as " + worse.get(0) + " does",
                    machineClock.instant());
            return;
        }
        Compared found = compared.get(state.id());
        if (found == null || found.number() != state.beside().number()) {
            Map<String, Object> words =
                    Comparison.of(live.views(), beside.views()).inWords();
            found = new Compared(state.beside().number(), result(state, beside, words));
            compared.put(state.id(), found);
        }
        if (generations.takeOver(state, found.result(), machineClock.instant())) {
            compared.remove(state.id());
            live.replaceBy(beside, HAND_OVER_WITHIN);
        }
    }

    private static Map<String, Object> result(State state, Build<?> build, Map<String, Object> more) {
        Map<String, Object> result = new HashMap<>(more);
        result.put("mode", state.wish().mode().name());
        result.put("generation", state.beside().number());
        result.put("through", build.position());
        return result;
    }

    private void sweep(State state) {
        Instant before = machineClock.instant().minus(GRACE);
        for (Retired retired : state.retired()) {
            if (!retired.since().isAfter(before)) {
                builds.drop(new Generation(state.id(), retired.number()));
                generations.dropped(state.id(), retired.number());
            }
        }
    }

    private record Compared(int number, Map<String, Object> result) {}
}
