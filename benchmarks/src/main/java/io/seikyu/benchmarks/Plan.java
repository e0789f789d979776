package io.seikyu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is measured, in the order of the tables. */
record Plan(Options options) {
    /** Events between a stream's snapshot and its end, when the stream is long enough. */
    private static final int BEHIND_SNAPSHOT = 50;

    /** Of appending: {writers, events a commit}. */
    static final List<int[]> APPENDS =
            List.of(new int[] {1, 1}, new int[] {16, 1}, new int[] {32, 1}, new int[] {1, 50});

    List<Row> appends() {
        return APPENDS.stream().map(a -> Row.append(a[0], a[1])).toList();
    }

    List<Row> loads() {
        return streams().stream().map(Streams::row).toList();
    }

    List<Row> replays() {
        return options.sizes().stream().map(Row::replay).toList();
    }

    List<Row> all() {
        List<Row> rows = new ArrayList<>(appends());
        rows.add(Row.flush());
        rows.add(Row.shareOfFlushes());
        rows.add(Row.flushOverWritten());
        rows.add(Row.shareOfFlushesOverWritten());
        rows.addAll(loads());
        rows.addAll(replays());
        return rows;
    }

    /** The streams that are loaded lie in the second of the logs, or in the only one. */
    int sizeWithStreams() {
        return options.sizes().get(Math.min(1, options.sizes().size() - 1));
    }

    List<Streams> streams() {
        return Stream.of(
                        new Streams("short", 20, options.shortOne(), 0),
                        new Streams("short-snapshot", 20, options.shortOne(), behind(options.shortOne())),
                        new Streams("long", 1, options.longOne(), 0),
                        new Streams("long-snapshot", 1, options.longOne(), behind(options.longOne())))
                .toList();
    }

    private static int behind(int length) {
        return Math.min(BEHIND_SNAPSHOT, length / 2);
    }

    /**
     * Streams that are written side by side and loaded in turn.
     *
     * @param behindSnapshot events behind each stream's snapshot, or 0 without one
     */
    record Streams(String prefix, int count, int length, int behindSnapshot) {
        Row row() {
            return Row.load(length, behindSnapshot > 0);
        }

        /** How many messages a load gives. */
        int expected() {
            return behindSnapshot > 0 ? 1 + behindSnapshot : length;
        }
    }
}
