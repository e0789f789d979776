package io.seikyu.command.matching;

import io.seikyu.command.matching.Explanation.Kind;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All ways in which an amount fits a payer's open invoices. Ways that differ only in which of several invoices over the
 * same amount they take are one: the oldest due.
 *
 * @param plain    one invoice, or several that follow each other by due date; wholly paid or short by a fee
 * @param gaps     several with others between them, wholly paid; looked for only where nothing is plain
 * @param byChance whether so many sums are possible that one of them proves nothing
 * @param unusual  short by a difference that is within the cap and probably no fee
 */
record Explanations(List<Explanation> plain, List<Explanation> gaps, boolean byChance, List<Explanation> unusual) {
    /** More than one is too many already; a person is shown some of them. */
    private static final int WAYS = 3;

    static Explanations of(List<OpenItem> open, BigDecimal amount, MatchingSettings settings) {
        List<OpenItem> items = open.stream().sorted(Explanation.BY_DUE_DATE).toList();
        Found found = new Found(items, amount.longValueExact(), settings);
        found.runs();
        if (!found.plain.isEmpty()) {
            return new Explanations(found.plain, List.of(), false, found.unusual);
        }
        if (items.size() > settings.sumInvoices() || items.size() < 3) {
            return new Explanations(List.of(), List.of(), false, found.unusual);
        }
        return found.withGaps();
    }

    private static final class Found {
        private final List<OpenItem> items;
        private final long amount;
        private final MatchingSettings settings;
        private final List<Explanation> plain = new ArrayList<>();
        private final List<Explanation> unusual = new ArrayList<>();
        private final Set<List<BigDecimal>> known = new HashSet<>();

        Found(List<OpenItem> items, long amount, MatchingSettings settings) {
            this.items = items;
            this.amount = amount;
            this.settings = settings;
        }

        /** One invoice is a run as well. */
        private void runs() {
            for (int first = 0; first < items.size(); first++) {
                long sum = 0;
                long cap = Long.MAX_VALUE;
                for (int last = first; last < items.size(); last++) {
                    OpenItem item = items.get(last);
                    sum += item.open().longValueExact();
                    cap = Math.min(cap, item.feeCap().longValueExact());
                    long fee = sum - amount;
                    if (fee == 0 || fee > 0 && fee <= cap) {
                        add(items.subList(first, last + 1), fee);
                    }
                    if (fee > 0) {
                        break;
                    }
                }
            }
        }

        private void add(List<OpenItem> run, long fee) {
            if (fee > 0 && greatest(run) <= fee) {
                return;
            }
            Explanation found = new Explanation(run.size() == 1 ? Kind.SINGLE : Kind.RUN, run, fee, false);
            if (!known.add(found.amounts())) {
                markOldest(found.amounts());
                return;
            }
            boolean sure = fee == 0 || settings.usualFees().contains(fee) || items.size() == run.size();
            (sure ? plain : unusual).add(found);
        }

        private static long greatest(List<OpenItem> run) {
            return run.stream()
                    .mapToLong(item -> item.open().longValueExact())
                    .max()
                    .orElse(0);
        }

        private void markOldest(List<BigDecimal> amounts) {
            for (List<Explanation> list : List.of(plain, unusual)) {
                list.replaceAll(one -> one.amounts().equals(amounts)
                        ? new Explanation(one.kind(), one.items(), one.fee(), true)
                        : one);
            }
        }

        private Explanations withGaps() {
            Map<Long, List<OpenItem>> byAmount = new LinkedHashMap<>();
            items.forEach(item -> byAmount.computeIfAbsent(item.open().longValueExact(), none -> new ArrayList<>())
                    .add(item));
            long[] amounts =
                    byAmount.keySet().stream().mapToLong(Long::longValue).toArray();
            int[] times = byAmount.values().stream().mapToInt(List::size).toArray();
            SumSearch search = new SumSearch(amounts, times);
            List<Explanation> gaps = search.ways(amount, WAYS).stream()
                    .map(way -> asExplanation(way, List.copyOf(byAmount.values())))
                    .toList();
            return new Explanations(List.of(), gaps, isByChance(search), unusual);
        }

        private static Explanation asExplanation(int[] way, List<List<OpenItem>> groups) {
            List<OpenItem> taken = new ArrayList<>();
            boolean oldest = false;
            for (int i = 0; i < way.length; i++) {
                taken.addAll(groups.get(i).subList(0, way[i]));
                oldest |= way[i] > 0 && way[i] < groups.get(i).size();
            }
            taken.sort(Explanation.BY_DUE_DATE);
            return new Explanation(Kind.GAPS, Collections.unmodifiableList(taken), 0, oldest);
        }

        /** Sums lie on the multiples of what divides all amounts; how many of those do they cover? */
        private boolean isByChance(SumSearch search) {
            BigInteger total = BigInteger.ZERO;
            BigInteger divisor = BigInteger.ZERO;
            for (OpenItem item : items) {
                total = total.add(item.open().toBigIntegerExact());
                divisor = divisor.gcd(item.open().toBigIntegerExact());
            }
            double possible = total.divide(divisor).doubleValue();
            return search.sums() > possible * settings.sumChance().doubleValue();
        }
    }
}
