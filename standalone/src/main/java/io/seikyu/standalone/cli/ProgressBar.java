package io.seikyu.standalone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how far something is: a bar that moves where somebody looks at a terminal, else a line now and then. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long DRAW_EVERY_NANOS = 100_000_000;
    private static final int LINES = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long begin;
    private long drawn = Long.MIN_VALUE;
    private long tenths = -1;

    ProgressBar(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** On standard error, so that what is found can be piped. */
    static ProgressBar on(PrintWriter err) {
        return new ProgressBar(err, System.console() != null, System::nanoTime);
    }

    /** @param done of {@code of} events */
    void show(long done, long of) {
        long now = nanos.getAsLong();
        if (terminal) {
            if (drawn == Long.MIN_VALUE || done >= of || now - drawn >= DRAW_EVERY_NANOS) {
                drawn = now;
                out.print("\r" + bar(done, of) + " " + figures(done, of, now) + "   ");
                out.print(done >= of ? "\n" : "");
                out.flush();
            }
        } else if (of > 0 && done * LINES / of > tenths) {
            tenths = done * LINES / of;
            out.println(figures(done, of, now));
            out.flush();
        }
    }

    private static String bar(long done, long of) {
        int full = of <= 0 ? WIDTH : (int) (Math.min(done, of) * WIDTH / of);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
    }

    private String figures(long done, long of, long now) {
        double seconds = (now - begin) / 1e9;
        long percent = of <= 0 ? 100 : Math.min(done, of) * 100 / of;
        String text = String.format(Locale.ROOT, "%3d %%  %,d of %,d events", percent, done, of);
        if (seconds <= 0 || done <= 0) {
            return text;
        }
        double rate = done / seconds;
        return text
                + String.format(Locale.ROOT, ", %,.0f/s", rate)
                + (done < of ? String.format(Locale.ROOT, ", %,d s left", Math.round((of - done) / rate)) : "");
    }
}
