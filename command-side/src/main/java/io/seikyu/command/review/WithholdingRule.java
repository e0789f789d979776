package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is withheld at the source (源泉徴収) looks like it: the issuer is a sole proprietor, and the amount follows from the
 * fee by the rates of 所得税法 204-205 with the reconstruction surtax. The fee is that of the items, with or without the
 * expenses, with or without the tax; which of them, only the parties know, so this is a doubt and no error.
 */
final class WithholdingRule implements ReviewRule {
    private final BigDecimal percent;
    private final BigDecimal percentAbove;
    private final BigDecimal limit;

    /** @param percentAbove of what goes beyond {@code limit} yen */
    WithholdingRule(BigDecimal percent, BigDecimal percentAbove, BigDecimal limit) {
        this.percent = percent;
        this.percentAbove = percentAbove;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "withholding";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        InvoiceDocument document = facts.document();
        BigDecimal withheld = document.withholding();
        if (withheld == null || withheld.signum() == 0) {
            return List.of();
        }
        if (facts.client().corporate()) {
            String message =
                    "Payers withhold tax from sole proprietors, not from companies such as this issuer. Leave it out.";
            return List.of(warning("TOTAL_MISMATCH", "/withholding", null, withheld, message));
        }
        return fees(facts).map(this::tax).anyMatch(tax -> Figures.same(tax, withheld))
                ? List.of()
                : List.of(warning(
                        "TOTAL_MISMATCH",
                        "/withholding",
                        tax(items(document)),
                        withheld,
                        "The tax withheld is " + Figures.text(percent) + " % of the fee, and "
                                + Figures.text(percentAbove) + " % of what goes beyond " + Figures.text(limit)
                                + " yen. Compare it with the contract."));
    }

    private static Stream<BigDecimal> fees(ReviewFacts facts) {
        InvoiceDocument document = facts.document();
        BigDecimal tax =
                document.taxes().stream().map(InvoiceDocument.TaxTotal::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = document.total();
        boolean gross = facts.terms().map(ContractTerms::pricesIncludeTax).orElse(false);
        BigDecimal items = items(document);
        return gross
                ? Stream.of(items, items.subtract(tax), total, total.subtract(tax))
                : Stream.of(items, items.add(tax), total, total.subtract(tax));
    }

    private static BigDecimal items(InvoiceDocument document) {
        return document.lines().stream()
                .filter(line -> line.kind() == LineKind.ITEM)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal tax(BigDecimal fee) {
        BigDecimal lower = fee.min(limit).multiply(percent);
        BigDecimal upper = fee.subtract(limit).max(BigDecimal.ZERO).multiply(percentAbove);
        return lower.add(upper).movePointLeft(2).setScale(0, RoundingMode.FLOOR);
    }
}
