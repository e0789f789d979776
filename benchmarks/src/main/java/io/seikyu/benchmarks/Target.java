package io.seikyu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something the RocksDB engine has to reach, and whether it did.
 *
 * @param reached empty when a figure for it is missing
 */
record Target(String text, String figures, Optional<Boolean> reached) {
    private static final double SHARE_OF_FLUSHES = 0.8;
    private static final double TIMES_POSTGRESQL = 2;
    private static final double FLAT = 0.8;

    static List<Target> of(Plan plan, Board board) {
        List<Target> targets = new ArrayList<>();
        OptionalDouble share = board.median(Contender.ROCKSDB, Row.shareOfFlushes());
        targets.add(new Target(
                "append, 1 writer: at least 80 % of the disk's flush rate",
                share.isPresent() ? Row.shareOfFlushes().format(share.getAsDouble()) : "",
                share.isPresent() ? Optional.of(share.getAsDouble() >= SHARE_OF_FLUSHES) : Optional.empty()));
        targets.add(times("append, 1 writer: ahead of PostgreSQL", Row.append(1, 1), 1, board));
        targets.add(times("append, 16 writers: at least twice PostgreSQL", Row.append(16, 1), TIMES_POSTGRESQL, board));
        targets.add(times("append, 32 writers: at least twice PostgreSQL", Row.append(32, 1), TIMES_POSTGRESQL, board));
        for (Row replay : plan.replays()) {
            targets.add(times(
                    "replay of " + replay.title() + ": at least twice PostgreSQL", replay, TIMES_POSTGRESQL, board));
        }
        targets.add(flat(plan, board));
        Row load = plan.loads().get(0);
        targets.add(times("load of " + load.title() + ": no slower than PostgreSQL", load, 1, board));
        return targets;
    }

    private static Target times(String text, Row row, double atLeast, Board board) {
        OptionalDouble ours = board.median(Contender.ROCKSDB, row);
        OptionalDouble theirs = board.median(Contender.POSTGRESQL, row);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return new Target(text, "", Optional.empty());
        }
        double times = row.unit() == Row.Unit.MILLISECONDS
                ? theirs.getAsDouble() / ours.getAsDouble()
                : ours.getAsDouble() / theirs.getAsDouble();
        String figures = row.format(ours.getAsDouble()) + " against " + row.format(theirs.getAsDouble()) + ", "
                + Row.grouped(times) + " times";
        return new Target(text, figures, Optional.of(times >= atLeast));
    }

    private static Target flat(Plan plan, Board board) {
        String text = "replay: flat within 20 % over all sizes";
        double slowest = Double.MAX_VALUE;
        double fastest = 0;
        for (Row replay : plan.replays()) {
            OptionalDouble rate = board.median(Contender.ROCKSDB, replay);
            if (rate.isEmpty()) {
                return new Target(text, "", Optional.empty());
            }
            slowest = Math.min(slowest, rate.getAsDouble());
            fastest = Math.max(fastest, rate.getAsDouble());
        }
        String figures = "the slowest has " + Math.round(100 * slowest / fastest) + " % of the fastest";
        return new Target(text, figures, Optional.of(slowest / fastest >= FLAT));
    }

    /** PASS, FAIL, or that it was not measured. */
    String verdict() {
        return reached.map(yes -> yes ? "PASS" : "FAIL").orElse("not measured");
    }
}
