package io.seikyu.command.credit;

import io.seikyu.command.account.Exposure;
import io.seikyu.contract.account.PaymentProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a screening looks at, of one payer of one client company.
 *
 * @param requested yen that somebody wants to bill besides what is at risk already, or null
 * @param overdue   days for which the oldest claim has been unpaid, as far as the bank's data tells; zero without one
 * @param slowing   that the payer has paid later and later, as last recorded, or null
 */
public record CreditFacts(
        LocalDate today,
        BigDecimal requested,
        PayerData payer,
        Exposure exposure,
        PaymentProfile payments,
        int overdue,
        LocalDate slowing,
        List<KnownSignal> signals,
        boolean insolvent) {

    /**
     * What is on file about the payer.
     *
     * @param numberKnown         whether a corporate number is on file; null for a sole proprietor, who has none
     * @param registrationMatches whether the registration number is that of the same corporation; null when either is
     *                            not on file
     * @param mailDomain          in small letters, or null
     */
    public record PayerData(
            LocalDate foundedOn,
            Boolean numberKnown,
            Boolean registrationMatches,
            String mailDomain,
            BigDecimal monthlySales,
            BigDecimal collectionMonths) {}

    public CreditFacts {
        signals = List.copyOf(signals);
    }

    CreditFacts with(PaymentProfile other) {
        return new CreditFacts(today, requested, payer, exposure, other, overdue, slowing, signals, insolvent);
    }

    CreditFacts with(List<KnownSignal> others) {
        return new CreditFacts(today, requested, payer, exposure, payments, overdue, slowing, others, insolvent);
    }

    CreditFacts with(PayerData other) {
        return new CreditFacts(today, requested, other, exposure, payments, overdue, slowing, signals, insolvent);
    }

    CreditFacts nothingOverdue() {
        return new CreditFacts(today, requested, payer, exposure, payments, 0, slowing, signals, insolvent);
    }

    CreditFacts notSlowing() {
        return new CreditFacts(today, requested, payer, exposure, payments, overdue, null, signals, insolvent);
    }

    CreditFacts requesting(BigDecimal amount) {
        return new CreditFacts(today, amount, payer, exposure, payments, overdue, slowing, signals, insolvent);
    }
}
