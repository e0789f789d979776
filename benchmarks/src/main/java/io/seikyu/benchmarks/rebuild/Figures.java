package io.seikyu.benchmarks.rebuild;

import java.util.Locale;

/**
 * What one rebuild took.
 *
 * @param processor seconds of processor time of the process, without that of a database server beside it
 * @param megabytes the most that it ever had resident
 */
record Figures(long events, double seconds, double processor, long megabytes, long documents) {
    static final String LINE = "REBUILT ";

    String line() {
        return String.format(Locale.ROOT, "%d %.3f %.3f %d %d", events, seconds, processor, megabytes, documents);
    }

    static Figures of(String line) {
        String[] fields = line.substring(LINE.length()).split(" ");
        return new Figures(
                Long.parseLong(fields[0]),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }

    double rate() {
        return events / seconds;
    }
}
