package io.seikyu.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Writing the logs that are read, replaying them, and loading streams from one of them. */
final class ReadTurns {
    /** Writing a log may take longer than reading it, by this factor. */
    private static final int WRITING = 10;

    private final Options options;
    private final Plan plan;
    private final Map<Contender, List<Integer>> logs = new EnumMap<>(Contender.class);
    /** What took too long once and is not tried again. */
    private final Set<String> hopeless = new HashSet<>();

    ReadTurns(Options options, Plan plan) {
        this.options = options;
        this.plan = plan;
    }

    /** Writes the logs, short ones first, until reading the next one would be hopeless; then the streams to load. */
    void fill(Turn turn) {
        List<Integer> written = new ArrayList<>();
        logs.put(turn.contender(), written);
        boolean hopeful = true;
        for (int size : options.sizes()) {
            if (hopeful) {
                turn.worker().facts("open", name(size));
                hopeful = fill(turn, size, written);
                turn.worker().facts("close");
            }
        }
        turn.worker().facts("open", name(sizeToLoadFrom(turn)));
        for (Plan.Streams s : plan.streams()) {
            turn.worker().rate("streams", s.prefix(), s.count(), s.length(), s.behindSnapshot());
        }
        turn.worker().facts("close");
    }

    /** @return whether a larger one makes sense */
    private boolean fill(Turn turn, int size, List<Integer> written) {
        Rate writing = turn.worker().rate("fill", size, limit() * WRITING);
        if (!writing.complete()) {
            giveUp(turn, size, larger -> "not run: writing it would take " + Text.of(writing.projected(larger)));
            return false;
        }
        written.add(size);
        Rate reading = turn.worker().rate("replay", size, 0, limit());
        if (!reading.complete()) {
            giveUp(turn, size, larger -> "not run: would take " + Text.of(reading.projected(larger)));
            hopeless.add(turn.contender() + Row.replay(size).id());
            turn.add(Row.replay(size), reading.perSecond());
            turn.remark(
                    Row.replay(size),
                    "cut off after " + Row.grouped(reading.count()) + " events, all would take "
                            + Text.of(reading.projected(size)));
        }
        return reading.complete();
    }

    private void giveUp(Turn turn, int fromSize, IntFunction<String> why) {
        options.sizes().stream()
                .filter(size -> size >= fromSize)
                .forEach(size -> turn.remark(Row.replay(size), why.apply(size)));
    }

    void replay(Turn turn) {
        for (int size : logs.getOrDefault(turn.contender(), List.of())) {
            if (!hopeless.contains(turn.contender() + Row.replay(size).id())) {
                turn.worker().facts("open", name(size));
                Rate rate = turn.worker().rate("replay", size, options.turn().toMillis(), limit());
                turn.worker().facts("close");
                turn.add(Row.replay(size), rate.perSecond());
            }
        }
    }

    void load(Turn turn) {
        int size = sizeToLoadFrom(turn);
        turn.worker().facts("open", name(size));
        for (Plan.Streams streams : plan.streams()) {
            if (!hopeless.contains(turn.contender() + streams.row().id())) {
                load(turn, streams, size);
            }
        }
        turn.worker().facts("close");
    }

    private void load(Turn turn, Plan.Streams streams, int size) {
        long millis = options.turn().toMillis();
        Rate one = turn.worker().rate("load", streams.prefix(), streams.count(), streams.expected(), millis, limit());
        List<String> remarks = new ArrayList<>();
        if (one.complete()) {
            turn.add(streams.row(), one.nanos() / 1e6);
        } else {
            hopeless.add(turn.contender() + streams.row().id());
            remarks.add("cut off after " + Text.of(options.limit()));
        }
        if (size < plan.sizeWithStreams()) {
            remarks.add("in a log of only " + Row.grouped(size) + " events");
        }
        if (!remarks.isEmpty()) {
            turn.remark(streams.row(), String.join(", ", remarks));
        }
    }

    private int sizeToLoadFrom(Turn turn) {
        return logs.get(turn.contender()).stream()
                .filter(size -> size <= plan.sizeWithStreams())
                .max(Integer::compare)
                .orElseThrow(() -> new IllegalStateException("it has no log to load from"));
    }

    private long limit() {
        return options.limit().toMillis();
    }

    private static String name(int size) {
        return "log-" + size;
    }
}
