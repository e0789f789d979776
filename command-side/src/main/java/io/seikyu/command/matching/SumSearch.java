package io.seikyu.command.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for the ways to make up an amount of given ones, each of which may be there several times. The amounts are halved
 * and each half's sums written down, so that 30 amounts take two times 2<sup>15</sup> sums and not 2<sup>30</sup>.
 */
final class SumSearch {
    private final long[] amounts;
    private final int[] times;

    /** @param times how often each amount is there */
    SumSearch(long[] amounts, int[] times) {
        this.amounts = amounts;
        this.times = times;
    }

    /** How many sums there are, the empty one included. */
    double sums() {
        double sums = 1;
        for (int count : times) {
            sums *= count + 1;
        }
        return sums;
    }

    /**
     * @param most no more ways are looked for
     * @return how often each amount is taken, for each way found
     */
    List<int[]> ways(long wanted, int most) {
        int middle = middle();
        Half low = new Half(0, middle);
        Half high = new Half(middle, amounts.length);
        List<int[]> ways = new ArrayList<>();
        int from = high.size() - 1;
        for (int i = 0; i < low.size() && ways.size() < most; i++) {
            long rest = wanted - low.sum(i);
            while (from >= 0 && high.sum(from) > rest) {
                from--;
            }
            for (int j = from; j >= 0 && high.sum(j) == rest && ways.size() < most; j--) {
                int[] way = new int[amounts.length];
                low.take(i, way);
                high.take(j, way);
                ways.add(way);
            }
        }
        return ways;
    }

    /** Where both halves have about as many sums. */
    private int middle() {
        double half = Math.sqrt(sums());
        double sums = 1;
        int middle = 0;
        while (middle < amounts.length && sums * (times[middle] + 1) <= half * 1.5) {
            sums *= times[middle++] + 1;
        }
        return middle;
    }

    /** The sums of a part of the amounts in ascending order. */
    private final class Half {
        private final int begin;
        private final int end;
        /** The sum and, in the lower bits of the other array at the same place, the choice that gives it. */
        private final long[] sums;

        private final int[] choices;

        Half(int begin, int end) {
            this.begin = begin;
            this.end = end;
            int size = 1;
            for (int i = begin; i < end; i++) {
                size *= times[i] + 1;
            }
            long[] plain = new long[size];
            Integer[] order = new Integer[size];
            for (int choice = 0; choice < size; choice++) {
                plain[choice] = sumOf(choice);
                order[choice] = choice;
            }
            Arrays.sort(order, (a, b) -> Long.compare(plain[a], plain[b]));
            sums = new long[size];
            choices = new int[size];
            for (int i = 0; i < size; i++) {
                choices[i] = order[i];
                sums[i] = plain[order[i]];
            }
        }

        private long sumOf(int choice) {
            long sum = 0;
            int rest = choice;
            for (int i = begin; i < end; i++) {
                sum += amounts[i] * (rest % (times[i] + 1));
                rest /= times[i] + 1;
            }
            return sum;
        }

        int size() {
            return sums.length;
        }

        long sum(int i) {
            return sums[i];
        }

        void take(int i, int[] way) {
            int rest = choices[i];
            for (int at = begin; at < end; at++) {
                way[at] = rest % (times[at] + 1);
                rest /= times[at] + 1;
            }
        }
    }
}
