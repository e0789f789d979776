package io.seikyu.benchmarks;

/** Appending, and flushing the bare disk beside it. */
final class AppendTurns {
    /** Appending with one writer alternates with flushing the bare disk, in this many slices. */
    private static final int SLICES = 4;

    private final long millis;

    AppendTurns(Options options) {
        this.millis = options.turn().toMillis();
    }

    void append(Turn turn) {
        turn.board().facts(turn.contender(), turn.worker().facts("open", "append"));
        appendBesideFlushes(turn);
        for (int[] load : Plan.APPENDS.subList(1, Plan.APPENDS.size())) {
            Rate rate = turn.worker().rate("append", load[0], load[1], millis);
            turn.add(Row.append(load[0], load[1]), rate.perSecond());
        }
        turn.worker().facts("close");
    }

    private void appendBesideFlushes(Turn turn) {
        long slice = Math.max(1, millis / SLICES);
        Rate flushes = turn.worker().rate("flush", slice);
        Rate appends = turn.worker().rate("append", 1, 1, slice);
        Rate overWritten = turn.worker().rate("flush-over-written", slice);
        for (int i = 1; i < SLICES; i++) {
            flushes = flushes.plus(turn.worker().rate("flush", slice));
            appends = appends.plus(turn.worker().rate("append", 1, 1, slice));
            overWritten = overWritten.plus(turn.worker().rate("flush-over-written", slice));
        }
        turn.add(Row.flush(), flushes.perSecond());
        turn.add(Row.append(1, 1), appends.perSecond());
        turn.add(Row.shareOfFlushes(), appends.perSecond() / flushes.perSecond());
        turn.add(Row.flushOverWritten(), overWritten.perSecond());
        turn.add(Row.shareOfFlushesOverWritten(), appends.perSecond() / overWritten.perSecond());
    }
}
