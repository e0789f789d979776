package io.seikyu.command.credit;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * What a measure makes of a contract's terms.
 *
 * @param effectiveFrom what is delivered from this day on follows it
 * @param terms         of payment, or null where the measure has its own or needs none
 * @param limit         yen above which an invoice goes to a person, that the payer is asked for at a time, or up to which
 *                      a guarantor answers, by the measure; or null
 */
record MeasureTerms(CreditMeasure measure, LocalDate effectiveFrom, PaymentTerms terms, BigDecimal limit) {
    /** Due on the first day of the month of delivery, or the banking day before it. */
    private static final PaymentTerms IN_ADVANCE =
            new PaymentTerms(PaymentTerms.EOM, 0, "1", PaymentTerms.Shift.PREVIOUS);

    private static final LocalDate SAMPLE = LocalDate.of(2027, 1, 1);

    static MeasureTerms of(
            CreditMeasure measure,
            LocalDate effectiveFrom,
            PaymentTerms said,
            BigDecimal limit,
            BigDecimal creditLimit) {
        PaymentTerms terms = said == null && measure == CreditMeasure.PREPAYMENT ? IN_ADVANCE : said;
        BigDecimal most = limit == null && measure == CreditMeasure.REDUCE_AMOUNT ? creditLimit : limit;
        return new MeasureTerms(measure, effectiveFrom, terms, most);
    }

    /**
     * @return the amended terms
     * @throws Refusal when it would not be the measure that it says it is
     */
    ContractTerms applyTo(ContractTerms present) {
        return switch (measure) {
            case REDUCE_AMOUNT ->
                with(present, present.terms(), reduced(present), present.effectiveTo(), present.credit());
            case SHORTER_TERMS ->
                with(present, shorter(present), present.approvalLimit(), present.effectiveTo(), present.credit());
            case PREPAYMENT ->
                with(present, advance(), present.approvalLimit(), present.effectiveTo(), present.credit());
            case DECLINE -> with(present, present.terms(), present.approvalLimit(), lastDay(present), present.credit());
            case INSTALMENTS, GUARANTEE ->
                with(present, present.terms(), present.approvalLimit(), present.effectiveTo(), agreed(present));
            case NONE -> present;
        };
    }

    private BigDecimal reduced(ContractTerms present) {
        boolean less = present.approvalLimit() == null || limit.compareTo(present.approvalLimit()) < 0;
        return refuseUnless(less, "/limit", "must be below the contract's limit of " + present.approvalLimit(), limit);
    }

    private CreditTerms agreed(ContractTerms present) {
        CreditTerms before = present.credit() == null ? CreditTerms.NONE : present.credit();
        if (measure == CreditMeasure.INSTALMENTS) {
            BigDecimal most = before.instalment();
            if (limit == null) {
                throw fault("/limit", "missing", "is missing: the most that the payer is asked for at a time");
            }
            boolean smaller = most == null || limit.compareTo(most) < 0;
            return new CreditTerms(
                    refuseUnless(smaller, "/limit", "must be below the present instalment of " + most, limit),
                    before.guaranteed());
        }
        BigDecimal least = before.guaranteed();
        if (limit == null) {
            throw fault("/limit", "missing", "is missing: up to which the guarantor answers for the payer");
        }
        boolean more = least == null || limit.compareTo(least) > 0;
        return new CreditTerms(
                before.instalment(),
                refuseUnless(more, "/limit", "must be above the present guarantee of " + least, limit));
    }

    private PaymentTerms shorter(ContractTerms present) {
        if (terms == null) {
            throw fault("/terms", "missing", "is missing: name the shorter terms of payment");
        }
        boolean never = days(
                (day, from) -> terms.agreedDate(day).isAfter(present.terms().agreedDate(day)));
        boolean once = days(
                (day, from) -> terms.agreedDate(day).isBefore(present.terms().agreedDate(day)));
        return refuseUnless(!never && once, "/terms", "must never be later than the present ones", terms);
    }

    private PaymentTerms advance() {
        boolean late = days((day, from) -> terms.agreedDate(day).isAfter(day));
        return refuseUnless(!late, "/terms", "must be due no later than the delivery", terms);
    }

    private LocalDate lastDay(ContractTerms present) {
        boolean ends = present.effectiveTo() == null || effectiveFrom.isBefore(present.effectiveTo());
        return refuseUnless(ends, "/contractId", "the contract ends on " + present.effectiveTo(), effectiveFrom);
    }

    private static boolean days(BiPredicate<LocalDate, LocalDate> test) {
        return IntStream.range(0, 366).anyMatch(day -> test.test(SAMPLE.plusDays(day), SAMPLE));
    }

    private static <T> T refuseUnless(boolean fits, String pointer, String why, T value) {
        if (!fits) {
            throw fault(pointer, "invalid", why);
        }
        return value;
    }

    private static Refusal fault(String pointer, String code, String why) {
        return Refusal.invalid(
                "invalid-measure",
                "the contract cannot be amended so: " + pointer.substring(1) + " " + why,
                List.of(new Fault(pointer, code, why)));
    }

    private static ContractTerms with(
            ContractTerms present,
            PaymentTerms terms,
            BigDecimal approvalLimit,
            LocalDate effectiveTo,
            CreditTerms credit) {
        return new ContractTerms(
                present.accountId(),
                present.effectiveFrom(),
                effectiveTo,
                present.pricesIncludeTax(),
                present.rounding(),
                present.items(),
                present.expenses(),
                terms,
                present.lateInterest(),
                present.transferFee(),
                present.claimHolder(),
                present.assignmentNoticeOn(),
                present.subcontractLaw(),
                approvalLimit,
                present.dunningPolicy(),
                present.collectionAccountId(),
                credit);
    }

    /** Plain values by name, as an approval keeps them. */
    Map<String, String> toWork() {
        Map<String, String> work = new LinkedHashMap<>();
        work.put("measure", measure.name());
        work.put("effectiveFrom", effectiveFrom.toString());
        if (terms != null) {
            work.put("closingDay", terms.closingDay());
            work.put("monthOffset", Integer.toString(terms.monthOffset()));
            work.put("payDay", terms.payDay());
            work.put("shift", terms.shift().name());
        }
        if (limit != null) {
            work.put("limit", limit.toPlainString());
        }
        return work;
    }

    static MeasureTerms of(Map<String, String> work) {
        PaymentTerms terms = work.containsKey("closingDay")
                ? new PaymentTerms(
                        work.get("closingDay"),
                        Integer.parseInt(work.get("monthOffset")),
                        work.get("payDay"),
                        PaymentTerms.Shift.valueOf(work.get("shift")))
                : null;
        return new MeasureTerms(
                CreditMeasure.valueOf(work.get("measure")),
                LocalDate.parse(work.get("effectiveFrom")),
                terms,
                work.containsKey("limit") ? new BigDecimal(work.get("limit")) : null);
    }
}
