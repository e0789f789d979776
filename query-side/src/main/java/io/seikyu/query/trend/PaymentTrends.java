package io.seikyu.query.trend;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentTrend;
import io.seikyu.contract.account.PaymentTrend.Paid;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.trend.Granularity.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Payment behaviour over time, summed from claims and from what payers' accounts remember of payments. */
final class PaymentTrends {
    /** Fewer settled invoices of one payer, or due months of several, say nothing about a direction. */
    private static final int AT_LEAST = 8;
    /** 95 % of the normal distribution, both sides. */
    private static final double CONFIDENCE = 1.96;

    private final List<Bucket> buckets;
    private final Period whole;
    private final List<Paid> paid = new ArrayList<>();
    private final DueMonths dueMonths;
    private final Set<String> clients = new TreeSet<>();
    private int payers;

    PaymentTrends(List<Period> periods, LocalDate today) {
        this.buckets = periods.stream().map(Bucket::new).toList();
        this.whole = new Period(
                periods.get(0).from(), periods.get(periods.size() - 1).to());
        this.dueMonths = new DueMonths(whole, today);
    }

    private record Bucket(Period period, Receivables receivables, Punctuality punctuality) {
        Bucket(Period period) {
            this(period, new Receivables(period), new Punctuality(period));
        }
    }

    void add(ClaimView claim) {
        buckets.forEach(bucket -> bucket.receivables.add(claim));
        dueMonths.add(claim);
    }

    void add(PaymentView payer) {
        PaymentHistory history = payer.history();
        clients.add(payer.clientId());
        payers++;
        dueMonths.add(payer);
        buckets.forEach(bucket -> bucket.punctuality.add(payer));
        history.settled().stream()
                .filter(claim -> claim.stage() == Stage.SETTLED && !claim.excused())
                .filter(claim -> claim.paidOn() != null && whole.holds(claim.paidOn()))
                .forEach(claim -> paid.add(paid(claim)));
    }

    private static Paid paid(Claim claim) {
        return new Paid(claim.dueDate(), ChronoUnit.DAYS.between(claim.dueDate(), claim.paidOn()));
    }

    Answer answer() {
        return new Answer(
                List.copyOf(clients),
                whole.from(),
                whole.to(),
                buckets.stream().map(Row::of).toList(),
                trend().orElse(null));
    }

    private Optional<Trend> trend() {
        if (payers > 1) {
            return dueMonths.trend(AT_LEAST, CONFIDENCE);
        }
        return paid.size() < AT_LEAST
                ? Optional.empty()
                : PaymentTrend.of(paid, AT_LEAST, CONFIDENCE)
                        .map(one -> Trend.of(one, one.invoices(), null))
                        .or(() -> dueMonths.trend(AT_LEAST, CONFIDENCE));
    }

    /**
     * @param clientIds whose payers were looked at
     * @param trend     absent for fewer than eight settled invoices of one payer, or due months of several
     */
    record Answer(
            List<String> clientIds,
            LocalDate from,
            LocalDate to,
            List<Row> buckets,
            @Nullable Trend trend) {}

    /**
     * One period. What cannot be said, because nothing happened that it could be said of, is absent.
     *
     * @param invoiced         principal that was issued, yen
     * @param received         of it, yen
     * @param open             at the end, yen
     * @param dso              days sales outstanding: open ÷ invoiced × days
     * @param cei              collection effectiveness index, percent
     * @param settledInvoices  that money settled in it, and that count
     * @param onTimeRatio      of these, 0 to 1
     * @param promiseKeptRatio of promises for a day in it, 0 to 1
     * @param methods          payments of each method, also of what is paid in part
     * @param partial          whether some payer's account has forgotten a part of what was settled or promised then, of
     *                         which it remembers the newest 1,000 and 500: what stands from {@code settledInvoices} on is
     *                         of the rest
     */
    record Row(
            LocalDate from,
            LocalDate to,
            BigDecimal invoiced,
            BigDecimal received,
            BigDecimal open,
            @Nullable BigDecimal dso,
            @Nullable BigDecimal cei,
            int settledInvoices,
            @Nullable Double onTimeRatio,
            @Nullable BigDecimal averageDaysLate,
            @Nullable BigDecimal medianDaysLate,
            int promises,
            @Nullable Double promiseKeptRatio,
            Map<Method, Integer> methods,
            boolean partial) {
        private static Row of(Bucket bucket) {
            Receivables money = bucket.receivables;
            Punctuality time = bucket.punctuality;
            return new Row(
                    bucket.period.from(),
                    bucket.period.to(),
                    money.invoiced(),
                    money.received(),
                    money.closing(),
                    money.dso().orElse(null),
                    money.cei().orElse(null),
                    time.settled(),
                    time.onTimeRatio().map(BigDecimal::doubleValue).orElse(null),
                    time.averageDaysLate().orElse(null),
                    time.medianDaysLate().orElse(null),
                    time.promises(),
                    time.promiseKeptRatio().map(BigDecimal::doubleValue).orElse(null),
                    time.methods(),
                    time.isPartial());
        }
    }

    /**
     * Where days late move, by the slope of Theil (1950) and Sen (1968): of one payer over its newest
     * {@value PaymentTrend#MOST} settled invoices; of several, and of one where all these were due on one day, over the
     * medians of due months ({@link DueMonths}).
     *
     * @param invoices     that were looked at
     * @param dueMonths    those with a median, where the trend is over them
     * @param daysPerMonth later per month of 30 days; negative: sooner
     * @param low          lower end of Sen's interval of 95 %
     */
    record Trend(
            Direction direction,
            int invoices,
            @Nullable Integer dueMonths,
            BigDecimal daysPerMonth,
            BigDecimal low,
            BigDecimal high) {
        static Trend of(PaymentTrend trend, int invoices, @Nullable Integer dueMonths) {
            Direction direction = trend.low().signum() > 0
                    ? Direction.SLOWER
                    : trend.high().signum() < 0 ? Direction.FASTER : Direction.UNSURE;
            return new Trend(direction, invoices, dueMonths, trend.daysPerMonth(), trend.low(), trend.high());
        }
    }

    enum Direction {
        FASTER,
        SLOWER,
        /** The interval holds zero. */
        UNSURE
    }
}
