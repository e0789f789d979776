package io.seikyu.command.matching.truth;

import io.seikyu.command.matching.truth.Payer.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts, in the plain way, how an amount may be explained by what a payer owes. */
final class Ways {
    private Ways() {}

    /**
     * Of one invoice, or of all that are due on one day or on days that follow each other; wholly paid or short by a fee.
     * Different amounts count.
     */
    static int plain(Payer payer, long amount) {
        Set<List<Long>> found = new HashSet<>();
        for (Item item : payer.items) {
            add(found, List.of(item), amount, payer.feeCap);
        }
        List<LocalDate> days =
                payer.items.stream().map(item -> item.due).distinct().sorted().toList();
        for (LocalDate first : days) {
            for (LocalDate last : days) {
                List<Item> together = payer.items.stream()
                        .filter(item -> !item.due.isBefore(first) && !item.due.isAfter(last))
                        .toList();
                add(found, together, amount, payer.feeCap);
            }
        }
        return found.size();
    }

    private static void add(Set<List<Long>> found, List<Item> items, long amount, long cap) {
        long sum = items.stream().mapToLong(item -> item.open).sum();
        if (!items.isEmpty() && sum >= amount && sum - amount <= cap) {
            found.add(items.stream().map(item -> item.open).sorted().toList());
        }
    }

    static boolean isWholly(Payer payer, long amount) {
        return payer.items.stream().anyMatch(item -> item.open == amount);
    }

    /** Of any invoices, wholly paid; invoices over the same amount are one choice. */
    static long any(Payer payer, long amount) {
        Map<Long, Integer> times = new HashMap<>();
        payer.items.forEach(item -> times.merge(item.open, 1, Integer::sum));
        Map<Long, Long> ways = new HashMap<>(Map.of(0L, 1L));
        times.forEach((open, most) -> {
            for (Map.Entry<Long, Long> before : List.copyOf(ways.entrySet())) {
                for (int taken = 1; taken <= most; taken++) {
                    ways.merge(before.getKey() + taken * open, before.getValue(), Long::sum);
                }
            }
        });
        return ways.getOrDefault(amount, 0L);
    }
}
