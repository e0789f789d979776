package io.seikyu.command.matching;

import io.seikyu.command.matching.Explanation.Kind;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All ways in which an amount fits a payer's open invoices. Of several invoices over the same amount the oldest due are
 * meant, so ways that differ only in that are one.
 *
 * @param sure     none of them is doubted
 * @param doubtful those that prove nothing, with the reason
 */
record Explanations(List<Explanation> sure, Map<Explanation, MatchReason> doubtful) {
    /** More than one is too many already; a person is shown some of them. */
    private static final int WAYS = 3;

    static Explanations of(Payer payer, BigDecimal amount, MatchingSettings settings) {
        return new Search(payer, amount.longValueExact(), settings).all();
    }

    private static final class Search {
        private final List<OpenItem> items;
        private final long amount;
        private final boolean paidBefore;
        private final MatchingSettings settings;
        private final List<Explanation> sure = new ArrayList<>();
        private final Map<Explanation, MatchReason> doubtful = new LinkedHashMap<>();
        private final Set<List<BigDecimal>> known = new HashSet<>();
        private final Map<BigDecimal, List<OpenItem>> byAmount = new LinkedHashMap<>();

        Search(Payer payer, long amount, MatchingSettings settings) {
            this.items = payer.items().stream().sorted(Explanation.BY_DUE_DATE).toList();
            this.amount = amount;
            this.paidBefore = payer.paid().stream().anyMatch(paid -> paid.compareTo(BigDecimal.valueOf(amount)) == 0);
            this.settings = settings;
            items.forEach(item -> byAmount.computeIfAbsent(item.open(), none -> new ArrayList<>())
                    .add(item));
        }

        Explanations all() {
            byAmount.values().forEach(same -> consider(Kind.SINGLE, same.subList(0, 1), items.size()));
            dueDates();
            boolean proven = sure.size() > 1 || sure.stream().anyMatch(way -> !isSumOfSome(way));
            if (!proven && items.size() <= settings.sumInvoices() && items.size() > 2) {
                gaps();
                doubtBesideOthers();
            }
            return new Explanations(List.copyOf(sure), doubtful);
        }

        private boolean isSumOfSome(Explanation way) {
            return way.kind() == Kind.DUE_DATES && way.items().size() < items.size();
        }

        /** That some are due together proves nothing where others come to the amount as well, and exactly. */
        private void doubtBesideOthers() {
            if (sure.size() == 1
                    && isSumOfSome(sure.get(0))
                    && doubtful.keySet().stream().anyMatch(way -> way.fee() == 0)) {
                doubtful.put(sure.remove(0), MatchReason.SEVERAL_WAYS);
            }
        }

        /** All that is due on a day, or on several days that follow each other. */
        private void dueDates() {
            Map<LocalDate, List<OpenItem>> byDate = new TreeMap<>();
            items.forEach(item -> byDate.computeIfAbsent(item.dueDate(), none -> new ArrayList<>())
                    .add(item));
            List<List<OpenItem>> days = List.copyOf(byDate.values());
            for (int first = 0; first < days.size(); first++) {
                List<OpenItem> together = new ArrayList<>();
                for (List<OpenItem> day : days.subList(first, days.size())) {
                    together.addAll(day);
                    if (together.size() > 1) {
                        // beginning with the oldest there are fewer choices
                        double tried = first == 0 ? days.size() : days.size() * (days.size() + 1) / 2.0;
                        consider(Kind.DUE_DATES, List.copyOf(together), tried);
                    }
                }
            }
        }

        private void consider(Kind kind, List<OpenItem> some, double tried) {
            long fee = -amount;
            long cap = Long.MAX_VALUE;
            long greatest = 0;
            for (OpenItem item : some) {
                fee += item.open().longValueExact();
                cap = Math.min(cap, item.feeCap().longValueExact());
                greatest = Math.max(greatest, item.open().longValueExact());
            }
            if (fee < 0 || fee > 0 && (fee > cap || fee >= greatest)) {
                return;
            }
            List<OpenItem> oldest = oldest(some);
            boolean tie =
                    some.stream().anyMatch(item -> byAmount.get(item.open()).size() > 1) && some.size() < items.size();
            Explanation found = new Explanation(kind, some, fee, tie);
            if (known.add(found.amounts())) {
                MatchReason doubt = doubt(kind, fee, some.size() == items.size() ? 0 : tried);
                add(found, doubt);
                if (!oldest.equals(some)) {
                    // those due together, or the oldest of each amount? Either may be meant
                    add(new Explanation(Kind.GAPS, oldest, fee, true), doubt);
                }
            }
        }

        private void add(Explanation found, MatchReason doubt) {
            if (doubt == null) {
                sure.add(found);
            } else {
                doubtful.put(found, doubt);
            }
        }

        /** @param tried how many choices of invoices there are of this kind; 0 when all are taken */
        private MatchReason doubt(Kind kind, long fee, double tried) {
            if (kind == Kind.SINGLE && fee == 0) {
                return null;
            }
            if (paidBefore) {
                return MatchReason.PAID_BEFORE;
            }
            if (fee > 0 && items.size() > 1 && !settings.usualFees().contains(fee)) {
                return MatchReason.UNUSUAL_FEE;
            }
            if (tried == 0) {
                return null;
            }
            if (isHalfOrThird() || fee > 0 && amount % settings.roundAmount() == 0) {
                return MatchReason.ROUND_AMOUNT;
            }
            double chances = fee > 0 ? tried * settings.usualFees().size() : tried;
            double byChance = amounts(kind, fee > 0) * settings.sumChance().doubleValue();
            return chances <= byChance ? null : MatchReason.SUM_BY_CHANCE;
        }

        /** A half or a third of what another invoice has open: rather a part of that one. */
        private boolean isHalfOrThird() {
            return items.stream()
                    .mapToLong(item -> item.open().longValueExact())
                    .anyMatch(open -> Math.abs(open - 2 * amount) <= 1 || Math.abs(open - 3 * amount) <= 2);
        }

        /**
         * How many amounts there are that any choice may come to: sums lie on the multiples of what divides them all. A
         * part of one invoice, which may look like another one less the fee, is at most the greatest.
         */
        private double amounts(Kind kind, boolean anyYen) {
            if (kind == Kind.SINGLE) {
                return items.stream()
                        .mapToLong(item -> item.open().longValueExact())
                        .max()
                        .orElse(0);
            }
            BigInteger total = BigInteger.ZERO;
            BigInteger divisor = BigInteger.ZERO;
            for (OpenItem item : items) {
                total = total.add(item.open().toBigIntegerExact());
                divisor = divisor.gcd(item.open().toBigIntegerExact());
            }
            return anyYen ? total.doubleValue() : total.divide(divisor).doubleValue();
        }

        private void gaps() {
            List<List<OpenItem>> groups = List.copyOf(byAmount.values());
            SumSearch search = new SumSearch(
                    byAmount.keySet().stream()
                            .mapToLong(BigDecimal::longValueExact)
                            .toArray(),
                    groups.stream().mapToInt(List::size).toArray());
            for (int[] way : search.ways(amount, WAYS)) {
                List<OpenItem> taken = new ArrayList<>();
                for (int i = 0; i < way.length; i++) {
                    taken.addAll(groups.get(i).subList(0, way[i]));
                }
                taken.sort(Explanation.BY_DUE_DATE);
                consider(Kind.GAPS, List.copyOf(taken), search.sums());
            }
        }

        /** The same amounts, of each the oldest due. */
        private List<OpenItem> oldest(List<OpenItem> some) {
            Map<BigDecimal, Integer> taken = new HashMap<>();
            return some.stream()
                    .map(item -> byAmount.get(item.open()).get(taken.merge(item.open(), 1, Integer::sum) - 1))
                    .sorted(Explanation.BY_DUE_DATE)
                    .toList();
        }
    }
}
