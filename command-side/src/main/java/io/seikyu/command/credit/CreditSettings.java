package io.seikyu.command.credit;

import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * The numbers of a credit policy. Percentages are of a part's weight, amounts in yen.
 *
 * @param weights   of the parts, 100 together
 * @param positive  points for good news, at most once
 * @param overdue   from how many days on an unpaid claim costs how many points
 * @param ownCap    the most the agency bears for one payer of one client company
 * @param grades    by name; those of a score in order
 */
public record CreditSettings(
        Map<CreditPart, BigDecimal> weights,
        BureauSettings bureau,
        PaymentSettings payments,
        RegistrySettings registry,
        Set<String> freeMail,
        BigDecimal positive,
        NavigableMap<BigDecimal, BigDecimal> overdue,
        Deterioration deterioration,
        BigDecimal ownCap,
        Map<CreditGrade, Grade> grades,
        Slowdown slowdown) {

    /**
     * @param months how long a score counts
     * @param bands  from which score on it gives how many percent
     */
    record BureauSettings(int months, Map<Bureau, NavigableMap<BigDecimal, BigDecimal>> bands) {}

    /**
     * @param atLeast    invoices, else the part is left out
     * @param onTime     share of the ratio that was on time; the shares are 100 together
     * @param delay      share of the average days late
     * @param promises   share of promises that were kept
     * @param methods    share of payments by a steady method
     * @param delayBands from how many days on it gives how many percent
     * @param slower     percent that go where the payer gets slower
     */
    record PaymentSettings(
            int atLeast,
            BigDecimal onTime,
            BigDecimal delay,
            BigDecimal promises,
            BigDecimal methods,
            NavigableMap<BigDecimal, BigDecimal> delayBands,
            Set<Method> steadyMethods,
            BigDecimal slower) {}

    /**
     * @param age      share of the years since the foundation; the two are 100 together
     * @param number   share of the corporate number
     * @param ageBands from how many years on it gives how many percent
     */
    record RegistrySettings(BigDecimal age, BigDecimal number, NavigableMap<BigDecimal, BigDecimal> ageBands) {}

    /**
     * @param lowersForDays how long a signal lowers the grade
     * @param togetherDays  two within so many days go to a person
     */
    record Deterioration(int lowersForDays, int togetherDays) {}

    /** @param from the least score of the grade; null for the one that no score gives */
    record Grade(BigDecimal from, BigDecimal cap, List<CreditMeasure> measures) {}

    /**
     * When a payer is said to get slower.
     *
     * @param atLeast      invoices
     * @param daysPerMonth at least
     * @param countsDays   how long it counts
     */
    record Slowdown(int atLeast, BigDecimal daysPerMonth, int countsDays) {}

    /** Points that go because of what is unpaid; zero while that is not for long. */
    BigDecimal overduePoints(int days) {
        return band(overdue, BigDecimal.valueOf(days));
    }

    static BigDecimal band(NavigableMap<BigDecimal, BigDecimal> bands, BigDecimal value) {
        return bands.floorEntry(value.max(bands.firstKey())).getValue();
    }
}
