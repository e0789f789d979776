package io.seikyu.contract.account;

import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a payer paid in the {@value #MONTHS} months up to a day (支払実績). A delay that was not the payer's fault is left
 * out, together with its invoice.
 *
 * @param after          the months begin on the day after it
 * @param through        the day that was asked about, their last
 * @param settled        invoices that money settled
 * @param excused        of these, late through no fault of the payer, and not counted below
 * @param onTime         paid by the due date
 * @param delays         paid after it
 * @param daysLate       of all delays together
 * @param longestDelay   days
 * @param methods        payments of each method that settled them
 * @param disputesUpheld of {@code disputes}, in whole or in part
 * @param writtenOff     claims that were given up, by their due dates
 */
public record PaymentProfile(
        LocalDate after,
        LocalDate through,
        int settled,
        int excused,
        int onTime,
        int delays,
        long daysLate,
        int longestDelay,
        Map<Method, Integer> methods,
        int promisesKept,
        int promisesBroken,
        int disputes,
        int disputesUpheld,
        int writtenOff) {
    public static final int MONTHS = 12;

    public static PaymentProfile of(PaymentHistory history, LocalDate day) {
        Window window = new Window(day.minusMonths(MONTHS), day);
        List<Claim> paid = history.settled().stream()
                .filter(known -> known.stage() == Stage.SETTLED && window.holds(known.day()))
                .toList();
        List<Claim> late = paid.stream().filter(PaymentProfile::isLate).toList();
        int onTime = (int) paid.stream().filter(known -> known.daysLate() == 0).count();
        List<PaymentHistory.Promise> promises = history.promises().stream()
                .filter(promise -> window.holds(promise.payOn()))
                .toList();
        List<PaymentHistory.Objection> disputes = history.disputes().stream()
                .filter(dispute -> window.holds(dispute.on()))
                .toList();
        int kept = (int) promises.stream().filter(PaymentHistory.Promise::kept).count();
        return new PaymentProfile(
                window.after(),
                day,
                paid.size(),
                paid.size() - onTime - late.size(),
                onTime,
                late.size(),
                late.stream().mapToLong(Claim::daysLate).sum(),
                late.stream().mapToInt(Claim::daysLate).max().orElse(0),
                methods(paid, window),
                kept,
                promises.size() - kept,
                disputes.size(),
                (int) disputes.stream()
                        .filter(it -> it.outcome() == DisputeOutcome.UPHELD || it.outcome() == DisputeOutcome.PARTIAL)
                        .count(),
                (int) history.settled().stream()
                        .filter(known -> known.stage() == Stage.WRITTEN_OFF && window.holds(known.dueDate()))
                        .count());
    }

    /**
     * Of {@link #delays}, those of more than {@code bankingDays}.
     *
     * @throws io.seikyu.contract.dated.DatedDataMissingException beyond the calendar's horizon
     */
    public static int longDelays(PaymentHistory history, LocalDate day, BankCalendar calendar, int bankingDays) {
        Window window = new Window(day.minusMonths(MONTHS), day);
        return (int) history.settled().stream()
                .filter(known -> known.stage() == Stage.SETTLED && window.holds(known.day()) && isLate(known))
                .filter(known -> known.day().isAfter(calendar.plusBankingDays(known.dueDate(), bankingDays)))
                .count();
    }

    private static boolean isLate(Claim claim) {
        return claim.daysLate() > 0 && !claim.excused();
    }

    /** One receipt may have paid of many invoices. */
    private static Map<Method, Integer> methods(List<Claim> paid, Window window) {
        Map<Method, Integer> methods = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (Claim claim : paid) {
            for (Payment payment : claim.payments()) {
                if (payment.method() != null && window.holds(payment.bookedOn()) && seen.add(payment.receiptId())) {
                    methods.merge(payment.method(), 1, Integer::sum);
                }
            }
        }
        return methods;
    }

    /** Invoices that say something about the payer. */
    public int counted() {
        return onTime + delays;
    }

    /** 0 to 1, of four decimals; empty when nothing counts. */
    public Optional<BigDecimal> onTimeRatio() {
        return ratio(onTime, counted());
    }

    /** 0 to 1, of four decimals; empty without promises. */
    public Optional<BigDecimal> promiseKeptRatio() {
        return ratio(promisesKept, promisesKept + promisesBroken);
    }

    /** Days from due date to payment over the invoices that were late, of two decimals; zero when none was. */
    public BigDecimal averageDelay() {
        return average(delays);
    }

    /** The same over all that count, so that one late payment among many weighs little. */
    public BigDecimal averageDaysLate() {
        return average(counted());
    }

    private BigDecimal average(int over) {
        return over == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(daysLate).divide(BigDecimal.valueOf(over), 2, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> ratio(int part, int whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    private record Window(LocalDate after, LocalDate through) {
        boolean holds(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(through);
        }
    }
}
