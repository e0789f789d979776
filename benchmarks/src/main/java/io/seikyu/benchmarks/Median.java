package io.seikyu.benchmarks;

import java.util.Collection;

/** The value in the middle; between two values in the middle, their mean. */
final class Median {
    private Median() {}

    static double of(Collection<? extends Number> values) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
