package io.seikyu.command.creditnote;

import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.ConsumptionTax;
import io.seikyu.contract.money.Money;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that the review of a credit note looks at, and the arithmetic of it. A figure is right when it agrees with what the
 * lines yield or with the figures it is made of as they stand, so that one wrong figure is one finding.
 *
 * @param rounding    how the contract rounds line amounts; absent when no contract says so any more
 * @param numberTaken whether another document of the client company has the number
 */
record CreditNoteFacts(
        CreditNoteDocument document, Original original, Optional<Rounding> rounding, boolean numberTaken) {

    /** What the lines of each category sum to, with the amounts that they should have. */
    Map<TaxCategory, BigDecimal> sums() {
        return sums(line -> isRight(line) ? line.amount() : amount(line));
    }

    /** What they sum to as they stand. */
    Map<TaxCategory, BigDecimal> sumsAsStated() {
        return sums(Line::amount);
    }

    private Map<TaxCategory, BigDecimal> sums(Function<Line, BigDecimal> amount) {
        Map<TaxCategory, BigDecimal> sums = new EnumMap<>(TaxCategory.class);
        document.lines().forEach(line -> sums.merge(line.taxCategory(), amount.apply(line), BigDecimal::add));
        return sums;
    }

    /** Quantity × unit price; a fraction of a yen is dropped. */
    BigDecimal amount(Line line) {
        return product(line).setScale(0, RoundingMode.DOWN);
    }

    /** Whether a line's amount is that, or rounded as the invoice's line was. */
    boolean isRight(Line line) {
        return amount(line).compareTo(line.amount()) == 0
                || rounding.filter(agreed -> agreed.round(product(line), 0).compareTo(line.amount()) == 0)
                        .isPresent();
    }

    /** The rate of the original transaction. */
    Optional<TaxRate> rate(TaxCategory category) {
        return original.sum(category).map(sum -> new TaxRate(sum.rate()));
    }

    /** Tax of what is given back: truncated, as a credit is. */
    BigDecimal tax(BigDecimal taxable, TaxRate rate) {
        Money below = Money.yen(taxable).negated();
        return ConsumptionTax.of(below, rate, original.pricesIncludeTax(), Rounding.FLOOR)
                .negated()
                .amount();
    }

    /** Whether this sum gives back all that is left of its rate, and with it the last yen of tax. */
    boolean takesTheRest(TaxTotal sum) {
        return original.left(sum.taxCategory())
                .filter(left -> left.taxable().compareTo(sum.taxable()) == 0
                        && left.tax().compareTo(sum.tax()) == 0)
                .isPresent();
    }

    BigDecimal taxRoundedPerLine(TaxCategory category, TaxRate rate) {
        return document.lines().stream()
                .filter(line -> line.taxCategory() == category)
                .map(line -> tax(line.amount(), rate))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal product(Line line) {
        return line.quantity().multiply(line.unitPrice());
    }

    /** What the lines come to with their tax; a category that the invoice does not know has none. */
    BigDecimal total() {
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<TaxCategory, BigDecimal> sum : sums().entrySet()) {
            BigDecimal tax =
                    rate(sum.getKey()).map(rate -> tax(sum.getValue(), rate)).orElse(BigDecimal.ZERO);
            total = total.add(withTax(sum.getValue(), tax));
        }
        return total;
    }

    /** What the stated sums come to. */
    BigDecimal totalAsStated() {
        return document.taxes().stream()
                .map(sum -> withTax(sum.taxable(), sum.tax()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal withTax(BigDecimal taxable, BigDecimal tax) {
        return original.pricesIncludeTax() ? taxable : taxable.add(tax);
    }

    /** Ids and figures by name, as they are kept with the decision. */
    Map<String, String> features() {
        Map<String, String> features = new TreeMap<>();
        features.put("invoiceId", document.invoiceId());
        features.put("accountId", original.payer().value());
        features.put("pricesIncludeTax", Boolean.toString(original.pricesIncludeTax()));
        features.put("numberTaken", Boolean.toString(numberTaken));
        original.left().forEach(left -> {
            features.put(
                    "left." + left.taxCategory() + ".taxable", left.taxable().toPlainString());
            features.put("left." + left.taxCategory() + ".tax", left.tax().toPlainString());
        });
        return features;
    }
}
