package io.seikyu.benchmarks;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * One thing that is measured of every contender.
 *
 * @param id    its name in the JSON file
 * @param title its heading in a table
 * @param unit  of its figures
 */
record Row(String id, String title, Unit unit) {
    enum Unit {
        EVENTS_PER_SECOND,
        MILLISECONDS,
        SHARE
    }

    static Row append(int writers, int eventsPerCommit) {
        String title = writers == 1 ? "1 writer" : writers + " writers";
        return new Row(
                "append-" + writers + "x" + eventsPerCommit,
                eventsPerCommit == 1 ? title : title + ", " + eventsPerCommit + " events a commit",
                Unit.EVENTS_PER_SECOND);
    }

    static Row load(int length, boolean snapshot) {
        return new Row(
                "load-" + length + (snapshot ? "-snapshot" : ""),
                grouped(length) + " events" + (snapshot ? ", with a snapshot" : ""),
                Unit.MILLISECONDS);
    }

    static Row replay(int size) {
        return new Row("replay-" + size, grouped(size) + " events", Unit.EVENTS_PER_SECOND);
    }

    /** What the disk did between the slices of this contender's appending with one writer. */
    static Row flush() {
        return new Row("disk-flushes", "disk, flushes beside it", Unit.EVENTS_PER_SECOND);
    }

    /** The same over blocks that were written before, where a file that grows has new ones. */
    static Row flushOverWritten() {
        return new Row(
                "disk-flushes-over-written", "disk, flushes over written blocks beside it", Unit.EVENTS_PER_SECOND);
    }

    /** Appending with one writer, as a share of {@link #flushOverWritten()} in the same round. */
    static Row shareOfFlushesOverWritten() {
        return new Row(
                "append-1x1-of-disk-flushes-over-written",
                "1 writer, share of the disk's flushes over written blocks",
                Unit.SHARE);
    }

    /** Appending with one writer, as a share of {@link #flush()} in the same round. */
    static Row shareOfFlushes() {
        return new Row("append-1x1-of-disk-flushes", "1 writer, share of the disk's flushes", Unit.SHARE);
    }

    String format(double value) {
        return switch (unit) {
            case EVENTS_PER_SECOND -> grouped(value < 100 ? value : Math.round(value));
            case MILLISECONDS -> grouped(value) + " ms";
            case SHARE -> Math.round(value * 100) + " %";
        };
    }

    /** With two digits behind the point below ten, one below a hundred, none above. */
    static String grouped(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        boolean whole = value == Math.rint(value);
        format.setMaximumFractionDigits(whole || value >= 100 ? 0 : value >= 10 ? 1 : 2);
        return format.format(value);
    }
}
