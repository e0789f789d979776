package io.seikyu.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of something that is amended from a day on. Versions are kept in the order in which they were recorded.
 *
 * @param effectiveFrom the first day on which it holds; absent for the first version, which holds from the beginning
 * @param recordedAt    business time at which it was said
 * @param by            who said it
 * @param reason        absent for the first version
 * @param content       the whole version
 */
public record Dated<T>(LocalDate effectiveFrom, Instant recordedAt, String by, String reason, T content) {
    /** The version from the beginning. */
    public static <T> List<Dated<T>> first(T content, Recorded recorded) {
        return List.of(new Dated<>(null, recorded.at(), recorded.actor(), null, content));
    }

    public static <T> List<Dated<T>> and(
            List<Dated<T>> versions, LocalDate effectiveFrom, String reason, T content, Recorded recorded) {
        List<Dated<T>> all = new ArrayList<>(versions);
        all.add(new Dated<>(effectiveFrom, recorded.at(), recorded.actor(), reason, content));
        return List.copyOf(all);
    }

    /**
     * What holds on {@code day}: the version with the latest effective day up to it; of several with the same day, the
     * one recorded last.
     */
    public static <T> T on(LocalDate day, List<Dated<T>> versions) {
        Dated<T> found = versions.get(0);
        for (Dated<T> version : versions) {
            if (!version.startsAfter(day) && !version.startsBefore(found)) {
                found = version;
            }
        }
        return found.content();
    }

    private boolean startsAfter(LocalDate day) {
        return effectiveFrom != null && effectiveFrom.isAfter(day);
    }

    private boolean startsBefore(Dated<T> other) {
        return other.effectiveFrom != null && (effectiveFrom == null || effectiveFrom.isBefore(other.effectiveFrom));
    }
}
