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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the review of a credit note looks at, and the arithmetic of it.
 *
 * @param rounding    how the contract rounds line amounts; absent when no contract says so any more
 * @param numberTaken whether another document of the client company has the number
 */
record CreditNoteFacts(
        CreditNoteDocument document, Original original, Optional<Rounding> rounding, boolean numberTaken) {

    /** What the lines of each category sum to. */
    Map<TaxCategory, BigDecimal> sums() {
        Map<TaxCategory, BigDecimal> sums = new EnumMap<>(TaxCategory.class);
        document.lines().forEach(line -> sums.merge(line.taxCategory(), line.amount(), BigDecimal::add));
        return sums;
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

    BigDecimal product(Line line) {
        return line.quantity().multiply(line.unitPrice());
    }

    BigDecimal total() {
        return document.taxes().stream()
                .map(sum -> original.pricesIncludeTax()
                        ? sum.taxable()
                        : sum.taxable().add(sum.tax()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
