package io.seikyu.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One run: the contenders take turns, A B C D A B C D, so that what the machine does meanwhile hits all of them. A
 * store is open during its own turns only. The first round of everything warms up and is not counted. A contender that
 * fails is left out from there on, and the table says why.
 */
final class Run implements AutoCloseable {
    private final Options options;
    private final Plan plan;
    private final Board board;
    private final PrintStream progress;
    private final Map<Contender, WorkerProcess> workers = new EnumMap<>(Contender.class);

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
        ReadTurns reading = new ReadTurns(options, plan);
        rounds("append", new AppendTurns(options)::append);
        turns("write the logs to be read", 1, reading::fill);
        rounds("replay", reading::replay);
        rounds("load", reading::load);
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
                work.accept(new Turn(contender, workers.get(contender), round, board));
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

    /** Lets all workers close what they have open and end. */
    @Override
    public void close() {
        workers.values().forEach(WorkerProcess::close);
        workers.clear();
    }
}
