package io.seikyu.query.account;

import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a payer paid in the last twelve months. Delays that were not its fault are left out.
 *
 * @param from               the first day of these months
 * @param settledInvoices    that money settled
 * @param excused            of these, late through no fault of the payer, and not counted in what follows
 * @param onTimeRatio        0 to 1; absent while nothing counts
 * @param delays             invoices that were paid late
 * @param averageDelay       days, over the invoices that were late
 * @param averageDaysLate    days, over all that count
 * @param longDelays         of more than {@value #LONG} banking days; absent beyond the bank calendar
 * @param methods            payments of each method
 * @param promiseKeptRatio   0 to 1; absent without promises
 */
public record ProfileAnswer(
        LocalDate from,
        LocalDate through,
        int settledInvoices,
        int excused,
        @Nullable Double onTimeRatio,
        int delays,
        double averageDelay,
        double averageDaysLate,
        int longestDelay,
        @Nullable Integer longDelays,
        Map<Method, Integer> methods,
        int promisesKept,
        int promisesBroken,
        @Nullable Double promiseKeptRatio,
        int disputes,
        int disputesUpheld,
        int writtenOff) {
    private static final int LONG = 5;

    static ProfileAnswer of(PaymentHistory history, LocalDate today) {
        PaymentProfile profile = PaymentProfile.of(history, today);
        return new ProfileAnswer(
                profile.after().plusDays(1),
                profile.through(),
                profile.settled(),
                profile.excused(),
                profile.onTimeRatio().map(BigDecimal::doubleValue).orElse(null),
                profile.delays(),
                profile.averageDelay().doubleValue(),
                profile.averageDaysLate().doubleValue(),
                profile.longestDelay(),
                longDelays(history, today),
                profile.methods(),
                profile.promisesKept(),
                profile.promisesBroken(),
                profile.promiseKeptRatio().map(BigDecimal::doubleValue).orElse(null),
                profile.disputes(),
                profile.disputesUpheld(),
                profile.writtenOff());
    }

    private static @Nullable Integer longDelays(PaymentHistory history, LocalDate today) {
        try {
            return PaymentProfile.longDelays(history, today, BankCalendar.japan(), LONG);
        } catch (DatedDataMissingException unknown) {
            return null;
        }
    }
}
