package io.seikyu.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * One run: the contenders take turns, A B C D A B C D, so that what the machine does meanwhile hits all of them. A
 * store is open during its own turns only. The first round of everything warms up and is not counted. A contender that
 * fails is left out from there on, and the table says why.
 */
final class Run implements AutoCloseable {
    /** Appending with one writer alternates with flushing the bare disk, in this many slices. */
    private static final int SLICES = 4;
    /** Writing a log may take longer than reading it, by this factor. */
    private static final int WRITING = 10;

    private final Options options;
    private final Plan plan;
    private final Board board;
    private final PrintStream progress;
    private final Map<Contender, WorkerProcess> workers = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Integer>> logs = new EnumMap<>(Contender.class);
    /** What took too long once and is not tried again. */
    private final Set<String> hopeless = new HashSet<>();

    Run(Options options, Plan plan, Board board, PrintStream progress) {
        this.options = options;
        this.plan = plan;
        this.board = board;
        this.progress = progress;
    }

    void measure(Path directory) throws IOException {
        for (Contender contender : options.only()) {
            if (contender == Contender.POSTGRESQL && PostgresServer.programs().isEmpty()) {
                leaveOut(contender, "not run: PostgreSQL is not installed");
            } else {
                Path home = Files.createDirectories(directory.resolve(contender.id()));
                workers.put(contender, WorkerProcess.start(contender, home, options.heap()));
            }
        }
        rounds("append", this::append);
        turns("write the logs to be read", 1, this::fill);
        rounds("replay", this::replay);
        rounds("load", this::load);
    }

    private void append(Turn turn) {
        board.facts(turn.contender, turn.worker.facts("open", "append"));
        appendBesideFlushes(turn);
        for (int[] load : Plan.APPENDS.subList(1, Plan.APPENDS.size())) {
            Rate rate =
                    turn.worker.rate("append", load[0], load[1], options.turn().toMillis());
            turn.add(Row.append(load[0], load[1]), rate.perSecond());
        }
        turn.worker.facts("close");
    }

    private void appendBesideFlushes(Turn turn) {
        long slice = Math.max(1, options.turn().toMillis() / SLICES);
        Rate flushes = turn.worker.rate("flush", slice);
        Rate appends = turn.worker.rate("append", 1, 1, slice);
        for (int i = 1; i < SLICES; i++) {
            flushes = flushes.plus(turn.worker.rate("flush", slice));
            appends = appends.plus(turn.worker.rate("append", 1, 1, slice));
        }
        turn.add(Row.flush(), flushes.perSecond());
        turn.add(Row.append(1, 1), appends.perSecond());
        turn.add(Row.shareOfFlushes(), appends.perSecond() / flushes.perSecond());
    }

    /** Writes the logs, short ones first, until reading the next one would be hopeless; then the streams to load. */
    private void fill(Turn turn) {
        List<Integer> written = new ArrayList<>();
        logs.put(turn.contender, written);
        boolean hopeful = true;
        for (int size : options.sizes()) {
            if (hopeful) {
                turn.worker.facts("open", name(size));
                hopeful = fill(turn, size, written);
                turn.worker.facts("close");
            }
        }
        turn.worker.facts("open", name(sizeToLoadFrom(turn)));
        for (Plan.Streams streams : plan.streams()) {
            turn.worker.rate("streams", streams.prefix(), streams.count(), streams.length(), streams.behindSnapshot());
        }
        turn.worker.facts("close");
    }

    /** @return whether a larger one makes sense */
    private boolean fill(Turn turn, int size, List<Integer> written) {
        Rate writing = turn.worker.rate("fill", size, options.limit().toMillis() * WRITING);
        if (!writing.complete()) {
            giveUp(turn, size, larger -> "not run: writing it would take " + Text.of(writing.projected(larger)));
            return false;
        }
        written.add(size);
        Rate reading = turn.worker.rate("replay", size, 0, options.limit().toMillis());
        if (!reading.complete()) {
            giveUp(turn, size, larger -> "not run: would take " + Text.of(reading.projected(larger)));
            hopeless.add(turn.contender + Row.replay(size).id());
            turn.add(Row.replay(size), reading.perSecond());
            board.remark(
                    turn.contender,
                    Row.replay(size),
                    "cut off after " + Row.grouped(reading.count()) + " events, all would take "
                            + Text.of(reading.projected(size)));
            return false;
        }
        return true;
    }

    private void giveUp(Turn turn, int fromSize, IntFunction<String> why) {
        options.sizes().stream()
                .filter(size -> size >= fromSize)
                .forEach(size -> board.remark(turn.contender, Row.replay(size), why.apply(size)));
    }

    private int sizeToLoadFrom(Turn turn) {
        return logs.get(turn.contender).stream()
                .filter(size -> size <= plan.sizeWithStreams())
                .max(Integer::compare)
                .orElseThrow(() -> new IllegalStateException("it has no log to load from"));
    }

    private void replay(Turn turn) {
        for (int size : logs.getOrDefault(turn.contender, List.of())) {
            if (!hopeless.contains(turn.contender + Row.replay(size).id())) {
                turn.worker.facts("open", name(size));
                Rate rate = turn.worker.rate(
                        "replay",
                        size,
                        options.turn().toMillis(),
                        options.limit().toMillis());
                turn.worker.facts("close");
                turn.add(Row.replay(size), rate.perSecond());
            }
        }
    }

    private void load(Turn turn) {
        int size = sizeToLoadFrom(turn);
        turn.worker.facts("open", name(size));
        for (Plan.Streams streams : plan.streams()) {
            Row row = streams.row();
            if (hopeless.contains(turn.contender + row.id())) {
                continue;
            }
            Rate one = turn.worker.rate(
                    "load",
                    streams.prefix(),
                    streams.count(),
                    streams.expected(),
                    options.turn().toMillis(),
                    options.limit().toMillis());
            String where = size < plan.sizeWithStreams() ? "in a log of only " + Row.grouped(size) + " events" : "";
            if (one.complete()) {
                turn.add(row, one.nanos() / 1e6);
                remark(turn, row, where);
            } else {
                hopeless.add(turn.contender + row.id());
                remark(turn, row, "cut off after " + Text.of(options.limit()) + (where.isEmpty() ? "" : ", " + where));
            }
        }
        turn.worker.facts("close");
    }

    private void remark(Turn turn, Row row, String remark) {
        if (!remark.isEmpty()) {
            board.remark(turn.contender, row, remark);
        }
    }

    private void rounds(String what, Consumer<Turn> work) {
        turns(what + ", warming up", 0, work);
        for (int round = 1; round <= options.rounds(); round++) {
            turns(what + ", round " + round + " of " + options.rounds(), round, work);
        }
    }

    private void turns(String what, int round, Consumer<Turn> work) {
        for (Contender contender : List.copyOf(workers.keySet())) {
            progress.println("  " + what + ": " + contender.title());
            try {
                work.accept(new Turn(contender, workers.get(contender), round));
            } catch (RuntimeException e) {
                progress.println("  " + contender.title() + " failed and is left out: " + e.getMessage());
                leaveOut(contender, "failed: " + e.getMessage());
            }
        }
    }

    private void leaveOut(Contender contender, String why) {
        plan.all().stream()
                .filter(row -> board.values(contender, row).isEmpty())
                .filter(row -> board.remark(contender, row).isEmpty())
                .forEach(row -> board.remark(contender, row, why));
        WorkerProcess worker = workers.remove(contender);
        if (worker != null) {
            worker.close();
        }
    }

    private static String name(int size) {
        return "log-" + size;
    }

    /** Lets all workers close what they have open and end. */
    @Override
    public void close() {
        workers.values().forEach(WorkerProcess::close);
        workers.clear();
    }

    private final class Turn {
        private final Contender contender;
        private final WorkerProcess worker;
        private final int round;

        private Turn(Contender contender, WorkerProcess worker, int round) {
            this.contender = contender;
            this.worker = worker;
            this.round = round;
        }

        private void add(Row row, double value) {
            if (round > 0) {
                board.add(contender, row, value);
            }
        }
    }
}
