package io.seikyu.contract.contract;

import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What client company and payer agreed on (契約条件). One version of a contract; prices and caps are in yen.
 *
 * @param accountId        the payer
 * @param effectiveTo      the last day, absent when open-ended
 * @param pricesIncludeTax whether prices, line amounts and taxable amounts are gross
 * @param rounding         how tax and line amounts round to whole yen
 * @param approvalLimit    invoices above it go to a person; absent: none do for that reason
 * @param subcontractLaw   whether 取適法 applies
 * @param credit           what measures agreed on; absent: nothing
 */
public record ContractTerms(
        String accountId,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        boolean pricesIncludeTax,
        Rounding rounding,
        List<Item> items,
        List<Expense> expenses,
        PaymentTerms terms,
        LateInterest lateInterest,
        TransferFee transferFee,
        ClaimHolder claimHolder,
        LocalDate assignmentNoticeOn,
        boolean subcontractLaw,
        BigDecimal approvalLimit,
        String dunningPolicy,
        String collectionAccountId,
        CreditTerms credit) {

    /** @param maxQuantity per invoice; absent: no limit */
    public record Item(
            String code, String description, BigDecimal unitPrice, TaxCategory taxCategory, BigDecimal maxQuantity) {}

    /** @param cap per invoice, in yen; absent: no limit */
    public record Expense(String code, TaxCategory taxCategory, boolean required, BigDecimal cap) {}

    /** @param rate percent a year; absent: the statutory rate (法定利率) */
    public record LateInterest(BigDecimal rate, DayCount dayCount) {}

    /** @param deductible whether the payer may deduct the transfer fee, up to {@code cap} yen */
    public record TransferFee(boolean deductible, BigDecimal cap) {}

    /**
     * What was agreed because of how far the payer is trusted (与信措置), yen.
     *
     * @param instalment most that the payer is asked for at a time (分割払い); absent: no limit
     * @param guaranteed up to which somebody else answers for the payer (保証の極度額); absent: nobody does
     */
    public record CreditTerms(BigDecimal instalment, BigDecimal guaranteed) {
        public static final CreditTerms NONE = new CreditTerms(null, null);
    }

    /** How days become a share of a year. */
    public enum DayCount {
        /** With the 365-day clause: every day is 1/365. */
        D365,
        /** Without: whole years, then days of leap years over 366 and others over 365. */
        CALENDAR
    }

    /** Who holds the claim against the payer. */
    public enum ClaimHolder {
        AGENT,
        PURCHASED,
        GUARANTEED
    }
}
