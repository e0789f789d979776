package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.ConsumptionTax;
import io.seikyu.contract.money.Money;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRate;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arithmetic of an invoice, twice: as the contract yields it, and as it follows from what the document itself says.
 * A figure is right when it agrees with either of the two, so that one wrong figure is one finding and not a cascade;
 * an invoice without any finding agrees with the contract throughout, because then both are the same.
 */
final class Figures {
    /** More than any invoice; beyond it no stated figure can be right anyway. */
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(17);

    private static final int CODES_NAMED = 20;

    private final ReviewFacts facts;
    private final ContractTerms terms;

    private final Map<TaxCategory, BigDecimal> taxableByContract;

    private Figures(ReviewFacts facts, ContractTerms terms) {
        this.facts = facts;
        this.terms = terms;
        this.taxableByContract = sumByContract();
    }

    /** Empty while no contract says how to compute. */
    static Optional<Figures> of(ReviewFacts facts) {
        return facts.terms().map(terms -> new Figures(facts, terms));
    }

    static Optional<Item> item(ContractTerms terms, Line line) {
        return line.kind() != LineKind.ITEM
                ? Optional.empty()
                : terms.items().stream()
                        .filter(item -> item.code().equals(line.code()))
                        .findFirst();
    }

    static Optional<Expense> expense(ContractTerms terms, String code) {
        return terms.expenses().stream()
                .filter(expense -> expense.code().equals(code))
                .findFirst();
    }

    /** Amounts as people write them; two texts are equal when the values are. */
    static String text(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }

    /** The first of many codes: a finding that named them all would grow with the contract, for every line. */
    static String some(List<String> codes) {
        String named = String.join(", ", codes.subList(0, Math.min(codes.size(), CODES_NAMED)));
        return codes.size() <= CODES_NAMED ? named : named + ", …";
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    BigDecimal amountByContract(Line line) {
        return facts.terms(line)
                .flatMap(agreed -> item(agreed, line))
                .map(item -> product(line, item.unitPrice()))
                .orElseGet(() -> amountAsStated(line));
    }

    BigDecimal amountAsStated(Line line) {
        return product(line, line.unitPrice());
    }

    private BigDecimal product(Line line, BigDecimal price) {
        return terms.rounding().round(line.quantity().multiply(price), 0);
    }

    /** What each category is taxed on, as the contract yields it. */
    Map<TaxCategory, BigDecimal> taxableByContract() {
        return taxableByContract;
    }

    private Map<TaxCategory, BigDecimal> sumByContract() {
        Map<TaxCategory, BigDecimal> sums = new EnumMap<>(TaxCategory.class);
        for (Line line : document().lines()) {
            sums.merge(categoryByContract(line), amountByContract(line), BigDecimal::add);
        }
        return withAdjustments(sums);
    }

    /** What each category is taxed on, summed from the lines as they stand. */
    Map<TaxCategory, BigDecimal> taxableAsStated() {
        Map<TaxCategory, BigDecimal> sums = new EnumMap<>(TaxCategory.class);
        for (Line line : document().lines()) {
            sums.merge(line.taxCategory(), line.amount(), BigDecimal::add);
        }
        return withAdjustments(sums);
    }

    private Map<TaxCategory, BigDecimal> withAdjustments(Map<TaxCategory, BigDecimal> sums) {
        for (Adjustment adjustment : document().adjustments()) {
            boolean lowers = adjustment.kind() == AdjustmentKind.ALLOWANCE;
            BigDecimal change = lowers ? adjustment.amount().negate() : adjustment.amount();
            sums.merge(adjustment.taxCategory(), change, BigDecimal::add);
        }
        return sums;
    }

    private TaxCategory categoryByContract(Line line) {
        Optional<ContractTerms> agreed = facts.terms(line);
        Optional<TaxCategory> ofItem = agreed.flatMap(t -> item(t, line)).map(Item::taxCategory);
        return ofItem.or(() -> agreed.filter(t -> line.kind() == LineKind.EXPENSE)
                        .flatMap(t -> expense(t, line.code()))
                        .map(Expense::taxCategory))
                .orElse(line.taxCategory());
    }

    /** Rounded once for the category, as the law wants it. */
    BigDecimal tax(TaxCategory category, BigDecimal taxable) {
        TaxRate rate = facts.rates().on(facts.day(), category);
        Money sum = Money.yen(taxable.min(BEYOND).max(BEYOND.negate()));
        return ConsumptionTax.of(sum, rate, terms.pricesIncludeTax(), terms.rounding())
                .amount();
    }

    /** Rounded for every line: what the law does not allow, and what is often done. */
    BigDecimal taxRoundedPerLine(TaxCategory category) {
        return document().lines().stream()
                .filter(line -> line.taxCategory() == category)
                .map(line -> tax(category, line.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal totalByContract() {
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<TaxCategory, BigDecimal> sum : taxableByContract.entrySet()) {
            total = total.add(withTax(sum.getValue(), tax(sum.getKey(), sum.getValue())));
        }
        return total;
    }

    BigDecimal totalAsStated() {
        BigDecimal total = BigDecimal.ZERO;
        for (TaxTotal sum : document().taxes()) {
            total = total.add(withTax(sum.taxable(), sum.tax()));
        }
        return total;
    }

    private BigDecimal withTax(BigDecimal taxable, BigDecimal tax) {
        return terms.pricesIncludeTax() ? taxable : taxable.add(tax);
    }

    private InvoiceDocument document() {
        return facts.document();
    }
}
