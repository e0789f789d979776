package io.seikyu.command.review;

import io.seikyu.command.account.ContractLedger;
import io.seikyu.command.review.RuleType.Parameter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule there is, by name. A new one is one line here, and one in the policy that is shipped. */
final class RuleBook {
    private static final String TO_PERSON = "toPerson";
    private static final Map<String, RuleType> TYPES = new LinkedHashMap<>();

    /**
     * What a rule was before its code changed, so that decisions of then can be taken again. No policy text names these:
     * reviews remember which revision ran.
     */
    private static final List<RuleType> EARLIER = List.of();

    static {
        List.of(
                        RuleType.indispensable(new ContractOnFileRule()),
                        RuleType.indispensable(new ContractInForceRule()),
                        RuleType.of(new SameTermsRule()),
                        RuleType.of(new ItemInContractRule()),
                        RuleType.of(new UnitPriceRule()),
                        RuleType.of(new QuantityMaximumRule()),
                        RuleType.of(new LineAmountRule()),
                        RuleType.of(new ExpenseInContractRule()),
                        RuleType.of(new ExpenseCapRule()),
                        RuleType.of(new ExpenseRequiredRule()),
                        RuleType.of(new TaxCategoryRule()),
                        RuleType.of(new TaxRateRule()),
                        RuleType.of(new TaxableAmountRule()),
                        RuleType.of(new TaxAmountRule()),
                        RuleType.of(new TotalRule()),
                        RuleType.of(new PrepaidRule()),
                        RuleType.of(
                                values -> new WithholdingRule(
                                        values.get("percent"), values.get("percentAbove"), values.get("limit")),
                                Parameter.amount("percent", "10.21", "0", "100"),
                                Parameter.amount("percentAbove", "20.42", "0", "100"),
                                Parameter.amount("limit", "1000000", "0", "9999999999999")),
                        RuleType.of(new DueDateRule()),
                        RuleType.of(
                                values -> new SixtyDaysRule(values.get("days").intValueExact()),
                                Parameter.count("days", 60, 1, 366)),
                        RuleType.of(new RegistrationNumberRule()),
                        RuleType.of(new QualifiedInvoiceRule()),
                        RuleType.of(new InvoiceNumberRule()),
                        RuleType.of(new PrecedingInvoiceRule()),
                        RuleType.of(new DuplicateContentRule()),
                        RuleType.of(new PeriodOverlapRule()),
                        RuleType.of(
                                values -> new AmountUnusualRule(
                                        values.get("threshold"),
                                        values.get("atLeast").intValueExact(),
                                        values.get("floorPercent")),
                                Parameter.amount("threshold", "3.5", "0", "1000"),
                                Parameter.count("atLeast", 6, 6, ContractLedger.INVOICES),
                                Parameter.amount("floorPercent", "1", "0", "100")),
                        RuleType.of(
                                values -> new RecentErrorRule(
                                        values.get("invoices").intValueExact()),
                                Parameter.count("invoices", 3, 1, ContractLedger.SINCE)),
                        RuleType.of(new ApprovalLimitRule(null)),
                        RuleType.of(new InstalmentRule()),
                        RuleType.of(new ReservationRule()),
                        RuleType.of(
                                values -> new CreditLimitRule(isOne(values.get(TO_PERSON))),
                                Parameter.count(TO_PERSON, 0, 0, 1)),
                        RuleType.of(
                                values -> new PayerOnHoldRule(isOne(values.get(TO_PERSON))),
                                Parameter.count(TO_PERSON, 0, 0, 1)),
                        RuleType.of(
                                values -> new PayerInsolventRule(isOne(values.get(TO_PERSON))),
                                Parameter.count(TO_PERSON, 0, 0, 1)))
                .forEach(type -> TYPES.put(type.name(), type));
    }

    private static final Map<String, RuleType> REVISIONS = Stream.concat(TYPES.values().stream(), EARLIER.stream())
            .collect(Collectors.toUnmodifiableMap(RuleType::signature, Function.identity()));

    private RuleBook() {}

    private static boolean isOne(BigDecimal value) {
        return value.signum() > 0;
    }

    static Optional<RuleType> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** @param signature e.g. {@code unit-price@1} */
    static Optional<RuleType> revision(String signature) {
        return Optional.ofNullable(REVISIONS.get(signature));
    }

    static Map<String, RuleType> types() {
        return Collections.unmodifiableMap(TYPES);
    }
}
