package io.seikyu.command.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What holds from which day on. Versions stand in the order in which they take effect; of two that take effect on the
 * same day the later recorded one holds. Earlier versions are kept: a transaction is judged by what held on its day.
 */
public record Effective<T>(List<Version<T>> versions) {

    public Effective {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("at least one version");
        }
    }

    /** A first version that has held for as long as anyone asks. */
    public static <T> Effective<T> always(T value) {
        return since(LocalDate.MIN, value);
    }

    public static <T> Effective<T> since(LocalDate from, T value) {
        return new Effective<>(List.of(new Version<>(from, value)));
    }

    /** @throws IllegalArgumentException when {@code from} is before the latest version's day */
    public Effective<T> with(LocalDate from, T value) {
        if (from.isBefore(latest().from())) {
            throw new IllegalArgumentException(from + " is before " + latest().from());
        }
        List<Version<T>> all = new ArrayList<>(versions);
        all.add(new Version<>(from, value));
        return new Effective<>(List.copyOf(all));
    }

    public Optional<T> on(LocalDate date) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).from().isAfter(date)) {
                return Optional.of(versions.get(i).value());
            }
        }
        return Optional.empty();
    }

    /** The day since which a part of it is what it is by the latest version; empty when it was never anything else. */
    public <P> Optional<LocalDate> since(Function<T, P> part) {
        P now = part.apply(latest().value());
        for (int i = versions.size() - 2; i >= 0; i--) {
            if (!Objects.equals(now, part.apply(versions.get(i).value()))) {
                return Optional.of(versions.get(i + 1).from());
            }
        }
        return Optional.empty();
    }

    public Version<T> first() {
        return versions.get(0);
    }

    public Version<T> latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * Refuses an amendment that would take effect before one that is already agreed: what was decided in between by the
     * later one would lose its ground.
     */
    public void refuseBeforeLatest(LocalDate effectiveFrom) {
        if (effectiveFrom.isBefore(latest().from())) {
            throw Refusal.conflict(
                    "amendment-out-of-order",
                    "an amendment takes effect from " + latest().from() + " on; this one may not be before it");
        }
    }

    /** @param from the first day on which {@code value} holds */
    public record Version<T>(LocalDate from, T value) {}
}
