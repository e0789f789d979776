package io.seikyu.benchmarks;

import java.time.Duration;

/** Durations for people. */
final class Text {
    private Text() {}

    static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 120) {
            return Row.grouped(Math.round(seconds)) + " s";
        }
        double minutes = seconds / 60;
        return minutes < 120 ? Row.grouped(Math.round(minutes)) + " min" : Row.grouped(Math.round(minutes / 60)) + " h";
    }
}
