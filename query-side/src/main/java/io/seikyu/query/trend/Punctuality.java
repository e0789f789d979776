package io.seikyu.query.trend;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentHistory.Promise;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.trend.Granularity.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How punctually was paid in one period. An invoice counts as one, whatever its amount, in the period of its last payment
 * and with the days from its due date to that; early payment counts as zero days late.
 *
 * <p>Excused, and left out of all but {@link #methods}, is an invoice that was late through no fault of the payer: it was
 * billed wrongly, or did not reach the payer before it was due. What was written off, or ended without money, does not count.
 */
final class Punctuality {
    private final Period period;
    private final List<Long> daysLate = new ArrayList<>();
    private final Map<Method, Integer> methods = new TreeMap<>();
    private int kept;
    private int promised;
    private boolean partial;

    Punctuality(Period period) {
        this.period = period;
    }

    void add(PaymentView payer) {
        PaymentHistory history = payer.history();
        for (Claim claim : history.settled()) {
            boolean counts = claim.stage() == Stage.SETTLED && claim.paidOn() != null && period.holds(claim.paidOn());
            if (counts && (claim.daysLate() == 0 || !claim.excused())) {
                daysLate.add((long) claim.daysLate());
            }
        }
        addMethods(payer);
        List<Promise> due = history.promises().stream()
                .filter(promise -> period.holds(promise.payOn()))
                .toList();
        promised += due.size();
        kept += (int) due.stream().filter(Promise::kept).count();
        partial |= isForgotten(history.settledForgotten()) || isForgotten(history.promisesForgotten());
    }

    /** One receipt may have paid of many invoices. */
    private void addMethods(PaymentView payer) {
        Set<String> receipts = new HashSet<>();
        Stream.concat(payer.history().settled().stream(), payer.partPaid().stream())
                .flatMap(claim -> claim.payments().stream())
                .filter(payment -> payment.method() != null && period.holds(payment.bookedOn()))
                .filter(payment -> receipts.add(payment.receiptId()))
                .forEach(payment -> methods.merge(payment.method(), 1, Integer::sum));
    }

    private boolean isForgotten(Optional<LocalDate> through) {
        return through.filter(day -> !day.isBefore(period.from())).isPresent();
    }

    /** Whether some payer's account has forgotten a part of what was settled or promised in the period. */
    boolean isPartial() {
        return partial;
    }

    int settled() {
        return daysLate.size();
    }

    int promises() {
        return promised;
    }

    /**
     * A count of our own: payments booked in the period, each receipt once, by how the money came; those that paid a part
     * are in, those of which nobody said how are not. Nobody is excused.
     */
    Map<Method, Integer> methods() {
        return methods;
    }

    /**
     * Invoices that were zero days late ÷ all that count, 0 to 1: the complement of the share not paid within the agreed
     * period for which the United Kingdom's Reporting on Payment Practices and Performance Regulations 2017 ask; by the day
     * of settlement, where they go by the due date. Empty when none counts.
     */
    Optional<BigDecimal> onTimeRatio() {
        return ratio((int) daysLate.stream().filter(days -> days == 0).count(), daysLate.size());
    }

    /**
     * Promises that were kept ÷ promises that were judged, 0 to 1, by the day that was promised: the keep rate of promises
     * to pay in collections (Transformance's glossary, "Promise to Pay"). One that was replaced, or
     * lapsed because nothing was asked for any more, is not judged. Empty when none was.
     */
    Optional<BigDecimal> promiseKeptRatio() {
        return ratio(kept, promised);
    }

    /**
     * Sum of days late ÷ invoices that count, in days: the mean that the same regulations ask for, counted from the due date
     * instead of the invoice's receipt. Empty when none counts.
     */
    Optional<BigDecimal> averageDaysLate() {
        long sum = daysLate.stream().mapToLong(Long::longValue).sum();
        return daysLate.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(daysLate.size()), 1, RoundingMode.HALF_UP));
    }

    /**
     * The days late of the invoice in the middle, or the mean of the two in the middle: the median as statistics define it,
     * which single very late payments do not move. Empty when none counts.
     */
    Optional<BigDecimal> medianDaysLate() {
        if (daysLate.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = new ArrayList<>(daysLate);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        long twice = sorted.size() % 2 == 1 ? 2 * sorted.get(middle) : sorted.get(middle - 1) + sorted.get(middle);
        return Optional.of(BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY));
    }

    private static Optional<BigDecimal> ratio(int part, int whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }
}
