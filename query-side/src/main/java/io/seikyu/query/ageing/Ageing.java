package io.seikyu.query.ageing;

import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.OpenItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums what was open at the end of a day, as known at a moment. */
final class Ageing {
    private final LocalDate asOf;
    private final @Nullable Instant knownAt;
    private final boolean itemised;
    private final Map<Payer, Buckets> payers = new TreeMap<>();
    private final List<OpenItem> items = new ArrayList<>();
    private Buckets total = Buckets.NONE;

    /**
     * @param knownAt  null: as known now
     * @param itemised whether each invoice is told
     */
    Ageing(LocalDate asOf, @Nullable Instant knownAt, boolean itemised) {
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.itemised = itemised;
    }

    void add(ClaimView claim) {
        BigDecimal open = claim.balance(asOf, knownAt);
        if (open.signum() == 0) {
            return;
        }
        long daysLate = ChronoUnit.DAYS.between(claim.dueDate(), asOf);
        total = total.plus(daysLate, open);
        payers.merge(
                new Payer(claim.clientId(), claim.accountId()),
                Buckets.NONE.plus(daysLate, open),
                (known, one) -> known.plus(daysLate, open));
        if (itemised) {
            OpenItem.of(claim, asOf, knownAt).ifPresent(items::add);
        }
    }

    Answer answer() {
        List<Row> rows = payers.entrySet().stream()
                .map(row -> new Row(row.getKey().clientId(), row.getKey().accountId(), row.getValue()))
                .toList();
        items.sort(OpenItem.OLDEST_DUE_FIRST);
        return new Answer(asOf, knownAt, total, rows, itemised ? List.copyOf(items) : null);
    }

    private record Payer(String clientId, String accountId) implements Comparable<Payer> {
        @Override
        public int compareTo(Payer other) {
            return Comparator.comparing(Payer::clientId)
                    .thenComparing(Payer::accountId)
                    .compare(this, other);
        }
    }

    /**
     * @param knownAt  absent: as known now
     * @param accounts of whom something was open, in the order of clients and ids
     * @param invoices where one account was asked for, the oldest due date first
     */
    record Answer(
            LocalDate asOf,
            @Nullable Instant knownAt,
            Buckets total,
            List<Row> accounts,
            @Nullable List<OpenItem> invoices) {}

    record Row(String clientId, String accountId, Buckets open) {
        static final List<String> COLUMNS =
                List.of("clientId", "accountId", "name", "notDue", "d1to30", "d31to60", "d61to90", "over90", "total");

        List<@Nullable Object> cells(@Nullable String name) {
            return Arrays.asList(
                    clientId,
                    accountId,
                    name,
                    open.notDue(),
                    open.d1to30(),
                    open.d31to60(),
                    open.d61to90(),
                    open.over90(),
                    open.total());
        }
    }
}
