package io.seikyu.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** All figures of a run: for each contender and row the value of every round, or the reason why there is none. */
final class Board {
    private final Map<Contender, Map<String, List<Double>>> values = new EnumMap<>(Contender.class);
    private final Map<Contender, Map<String, String>> remarks = new EnumMap<>(Contender.class);
    private final Map<Contender, Map<String, String>> facts = new EnumMap<>(Contender.class);

    void add(Contender contender, Row row, double value) {
        values.computeIfAbsent(contender, c -> new HashMap<>())
                .computeIfAbsent(row.id(), r -> new ArrayList<>())
                .add(value);
    }

    /** Says why a figure is missing, or what must be known of it. */
    void remark(Contender contender, Row row, String remark) {
        remarks.computeIfAbsent(contender, c -> new HashMap<>()).put(row.id(), remark);
    }

    void facts(Contender contender, Map<String, String> reported) {
        facts.put(contender, reported);
    }

    List<Double> values(Contender contender, Row row) {
        return values.getOrDefault(contender, Map.of()).getOrDefault(row.id(), List.of());
    }

    OptionalDouble median(Contender contender, Row row) {
        List<Double> found = values(contender, row);
        return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(found));
    }

    Optional<String> remark(Contender contender, Row row) {
        return Optional.ofNullable(remarks.getOrDefault(contender, Map.of()).get(row.id()));
    }

    Map<String, String> facts(Contender contender) {
        return facts.getOrDefault(contender, Map.of());
    }
}
