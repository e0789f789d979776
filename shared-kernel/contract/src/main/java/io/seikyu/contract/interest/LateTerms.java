package io.seikyu.contract.interest;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a late payer owes beside an invoice, by contract and law (遅延損害金). Under 取適法 the rate from the 60th day after the
 * goods were received is at least the one that this law sets, whatever was agreed.
 *
 * @param dueDate        as issued
 * @param agreed         what the contract says of late payment
 * @param subcontractLaw whether 取適法 applies
 * @param receivedOn     when the last of the goods or services was received
 */
public record LateTerms(LocalDate dueDate, LateInterest agreed, boolean subcontractLaw, LocalDate receivedOn) {
    private static final int DAYS_TO_PAY = 60;

    /** @param terms that were in force on the last day of the transaction */
    public static LateTerms of(ContractTerms terms, LocalDate dueDate, LocalDate receivedOn) {
        return new LateTerms(dueDate, terms.lateInterest(), terms.subcontractLaw(), receivedOn);
    }

    /** By law alone, where nothing was agreed. */
    public static LateTerms byLaw(LocalDate dueDate, LocalDate receivedOn) {
        return new LateTerms(dueDate, new LateInterest(null, DayCount.CALENDAR), false, receivedOn);
    }

    /**
     * What accrued until {@code day} on what is open and on what was paid, each part until it was paid; whole yen.
     *
     * @param open principal that is open, yen
     * @throws io.seikyu.contract.dated.DatedDataMissingException when no rate was agreed and none is announced
     */
    public BigDecimal accrued(BigDecimal open, List<Paid> paid, LocalDate day, StatutoryRates statutory) {
        BigDecimal sum = yen(open, day, statutory);
        for (Paid part : paid) {
            sum = sum.add(yen(part.principal(), part.on().isBefore(day) ? part.on() : day, statutory));
        }
        return sum;
    }

    private BigDecimal yen(BigDecimal principal, LocalDate until, StatutoryRates statutory) {
        return principal.signum() == 0 || !until.isAfter(dueDate)
                ? BigDecimal.ZERO
                : interest(Money.yen(principal), until, statutory).amount();
    }

    /**
     * What accrued on {@code principal} until {@code paidOn}, whole yen; zero while it is not late.
     *
     * @throws io.seikyu.contract.dated.DatedDataMissingException when no rate was agreed and none is announced
     */
    public Money interest(Money principal, LocalDate paidOn, StatutoryRates statutory) {
        LocalDate lastUsual = lastUsualDay();
        if (!subcontractLaw || !paidOn.isAfter(lastUsual)) {
            return usual(principal, paidOn, statutory);
        }
        LatePayment late = new LatePayment(lastUsual, rateOn(paidOn, statutory), agreed.dayCount());
        return usual(principal, lastUsual, statutory).plus(late.interest(principal, paidOn));
    }

    /**
     * The rate a year that holds for a payment on {@code paidOn}, percent.
     *
     * @throws io.seikyu.contract.dated.DatedDataMissingException when no rate was agreed and none is announced
     */
    public AnnualRate rateOn(LocalDate paidOn, StatutoryRates statutory) {
        if (subcontractLaw && paidOn.isAfter(lastUsualDay())) {
            AnnualRate law = StatutoryRates.subcontractLaw().on(lastUsualDay().plusDays(1));
            return new AnnualRate(orZero(agreed.rate()).max(law.percent()));
        }
        return LatePayment.under(agreed, dueDate, statutory).rate();
    }

    private Money usual(Money principal, LocalDate until, StatutoryRates statutory) {
        return until.isAfter(dueDate)
                ? LatePayment.under(agreed, dueDate, statutory).interest(principal, until)
                : new Money(BigDecimal.ZERO, principal.currency());
    }

    /** The day of receipt counts: what is received on the 1st has 60 days on which it may be paid. */
    private LocalDate lastUsualDay() {
        return receivedOn.plusDays(DAYS_TO_PAY - 1L);
    }

    private static BigDecimal orZero(BigDecimal rate) {
        return rate == null ? BigDecimal.ZERO : rate;
    }

    /** Principal that was paid on that day, yen. */
    public record Paid(LocalDate on, BigDecimal principal) {}
}
