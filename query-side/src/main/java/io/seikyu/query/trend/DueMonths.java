package io.seikyu.query.trend;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentTrend;
import io.seikyu.contract.account.PaymentTrend.Paid;
import io.seikyu.query.account.Payers;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.figures.Waiting;
import io.seikyu.query.trend.Granularity.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How late many payers' invoices of each due month were paid: one value a month, so that a month with many invoices weighs
 * no more than one with few, and all that fall due at a month's end are no obstacle to a slope.
 *
 * <p>The value is the median by Kaplan and Meier ({@link Waiting}): what is open counts as late as it is so far, and what
 * was given up as never paid. Medians of what is settled alone would be those of the prompt in every month that is not
 * settled yet, and say that all get faster. A month of which fewer than half are paid, or that is not over, has no value.
 * Whether a delay is not the payer's fault is known of what is settled only, and left out there.
 */
final class DueMonths {
    private final Period whole;
    private final LocalDate today;
    private final Map<String, Invoice> invoices = new HashMap<>();
    private final Map<String, LocalDate> forgotten = new HashMap<>();

    /** @param daysLate negative when paid before it was due; null while it is not paid */
    private record Invoice(
            String payer, LocalDate dueDate, @Nullable Long daysLate) {}

    private static final class Month {
        private final Waiting waiting = new Waiting();
        private int invoices;
    }

    /** @param whole the due dates that are looked at */
    DueMonths(Period whole, LocalDate today) {
        this.whole = whole;
        this.today = today;
    }

    void add(PaymentView view) {
        String payer = Payers.key(view.clientId(), view.accountId());
        PaymentHistory history = view.history();
        history.settledForgotten().ifPresent(through -> forgotten.put(payer, through));
        history.settled().stream().filter(claim -> !claim.excused()).forEach(claim -> {
            Long late = claim.stage() == Stage.SETTLED ? daysLate(claim) : null;
            invoices.put(Payers.key(view.clientId(), claim.invoiceId()), new Invoice(payer, claim.dueDate(), late));
        });
    }

    private static @Nullable Long daysLate(Claim claim) {
        return claim.paidOn() == null ? null : ChronoUnit.DAYS.between(claim.dueDate(), claim.paidOn());
    }

    void add(ClaimView claim) {
        if (claim.balance().signum() > 0) {
            invoices.putIfAbsent(
                    Payers.key(claim.clientId(), claim.invoiceId()),
                    new Invoice(Payers.key(claim.clientId(), claim.accountId()), claim.dueDate(), null));
        }
    }

    /**
     * @param atLeast    due months
     * @param confidence as {@link PaymentTrend#of} has it
     */
    Optional<PaymentTrends.Trend> trend(int atLeast, double confidence) {
        List<Paid> medians = new ArrayList<>();
        int count = 0;
        for (Map.Entry<YearMonth, Month> month : months().entrySet()) {
            Optional<Integer> median = month.getValue().waiting.median();
            if (median.isPresent()) {
                medians.add(new Paid(month.getKey().atDay(1), median.get()));
                count += month.getValue().invoices;
            }
        }
        int looked = count;
        return PaymentTrend.of(medians, atLeast, confidence)
                .map(trend -> PaymentTrends.Trend.of(trend, looked, trend.invoices()));
    }

    private Map<YearMonth, Month> months() {
        Map<YearMonth, Month> months = new TreeMap<>();
        invoices.values().stream().filter(this::counts).forEach(invoice -> {
            Month month = months.computeIfAbsent(YearMonth.from(invoice.dueDate), unseen -> new Month());
            month.invoices++;
            if (invoice.daysLate == null) {
                month.waiting.open(ChronoUnit.DAYS.between(invoice.dueDate, today));
            } else {
                month.waiting.happened(invoice.daysLate);
            }
        });
        return months;
    }

    /** Of a month in which its payer's memory begins, only the late ones may be left. */
    private boolean counts(Invoice invoice) {
        YearMonth month = YearMonth.from(invoice.dueDate);
        LocalDate through = forgotten.get(invoice.payer);
        return whole.holds(invoice.dueDate)
                && month.isBefore(YearMonth.from(today))
                && (through == null || month.isAfter(YearMonth.from(through)));
    }
}
