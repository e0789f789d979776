package io.seikyu.command.whatif;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of taking decisions again as they were taken: a difference is a defect, listed with its position. */
final class Reproduction {
    private final long through;
    private final Map<String, Count> counts = new TreeMap<>();
    private final Cases different;

    Reproduction(long through, Collection<String> kinds, Cases different) {
        this.through = through;
        this.different = different;
        kinds.forEach(kind -> counts.put(kind, new Count()));
    }

    private static final class Count {
        private long decisions;
        private long reproduced;
        private final Map<String, Long> notReproducible = new TreeMap<>();
    }

    void add(String kind, Retaken retaken) {
        Count count = counts.get(kind);
        count.decisions++;
        if (retaken.impossible() != null) {
            count.notReproducible.merge(retaken.impossible(), 1L, Long::sum);
            return;
        }
        List<Difference> differences = Difference.between(retaken.recorded(), retaken.now());
        if (differences.isEmpty()) {
            count.reproduced++;
            return;
        }
        different.add(retaken.told(
                "kind",
                kind,
                "differs",
                differences.stream().map(Difference::told).toList()));
    }

    long decisions() {
        return counts.values().stream().mapToLong(count -> count.decisions).sum();
    }

    /** {@code {through, decisions{<kind>{counted, reproduced, notReproducible{<why>: n}}}, different, differences[]}} */
    Map<String, Object> told() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        counts.forEach((kind, count) -> kinds.put(
                kind,
                Told.of(
                        "counted",
                        count.decisions,
                        "reproduced",
                        count.reproduced,
                        "notReproducible",
                        count.notReproducible)));
        return Told.of(
                "through",
                through,
                "decisions",
                kinds,
                "different",
                different.count(),
                "differences",
                different.listed());
    }
}
