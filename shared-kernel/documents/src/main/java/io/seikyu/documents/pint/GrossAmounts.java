package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An invoice with tax in its prices and amounts, for a contract that wants it so, from a file, which is always without.
 * An invoice of ours says itself what it was. Of another's, a price becomes the price with the rate on it, an amount
 * that price times the quantity, and the sum of a category is its taxable amount and tax: what then disagrees, the
 * review finds.
 */
final class GrossAmounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS_OF_A_PRICE = 6;

    private final InvoiceDocument net;
    private final ReadLines read;

    private GrossAmounts(InvoiceDocument net, ReadLines read) {
        this.net = net;
        this.read = read;
    }

    static InvoiceDocument of(InvoiceDocument net, ReadLines read) {
        return new GrossAmounts(net, read).document();
    }

    private InvoiceDocument document() {
        boolean told = read.grossLines().stream().allMatch(Objects::nonNull)
                && read.grossAdjustments().stream().allMatch(Objects::nonNull);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < net.lines().size(); i++) {
            lines.add(line(net.lines().get(i), told ? read.grossLines().get(i) : null));
        }
        List<Adjustment> adjustments = new ArrayList<>();
        for (int i = 0; i < net.adjustments().size(); i++) {
            adjustments.add(adjustment(
                    net.adjustments().get(i), told ? read.grossAdjustments().get(i) : null));
        }
        List<TaxTotal> taxes = net.taxes().stream()
                .map(sum -> new TaxTotal(
                        sum.taxCategory(),
                        sum.rate(),
                        told
                                ? sum(sum.taxCategory(), lines, adjustments)
                                : sum.taxable().add(sum.tax()),
                        sum.tax()))
                .toList();
        return with(lines, adjustments, taxes);
    }

    private Line line(Line line, ReadLines.Gross gross) {
        BigDecimal price = gross != null ? gross.price() : withTax(line.unitPrice(), line.taxCategory());
        BigDecimal amount =
                gross != null ? gross.amount() : price.multiply(line.quantity()).setScale(0, RoundingMode.HALF_UP);
        return new Line(
                line.kind(),
                line.code(),
                line.description(),
                line.quantity(),
                price,
                amount,
                line.taxCategory(),
                line.contractId(),
                line.deliveredOn());
    }

    private Adjustment adjustment(Adjustment adjustment, BigDecimal gross) {
        return new Adjustment(
                adjustment.kind(),
                adjustment.code(),
                adjustment.description(),
                gross != null
                        ? gross
                        : withTax(adjustment.amount(), adjustment.taxCategory()).setScale(0, RoundingMode.HALF_UP),
                adjustment.taxCategory());
    }

    private static BigDecimal sum(TaxCategory category, List<Line> lines, List<Adjustment> adjustments) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            sum = line.taxCategory() == category ? sum.add(line.amount()) : sum;
        }
        for (Adjustment adjustment : adjustments) {
            if (adjustment.taxCategory() == category) {
                sum = adjustment.kind() == AdjustmentKind.CHARGE
                        ? sum.add(adjustment.amount())
                        : sum.subtract(adjustment.amount());
            }
        }
        return sum;
    }

    private BigDecimal withTax(BigDecimal amount, TaxCategory category) {
        BigDecimal rate = net.taxes().stream()
                .filter(sum -> sum.taxCategory() == category)
                .map(TaxTotal::rate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return Ubl.plain(amount.multiply(HUNDRED.add(rate)).divide(HUNDRED, DECIMALS_OF_A_PRICE, RoundingMode.HALF_UP));
    }

    private InvoiceDocument with(List<Line> lines, List<Adjustment> adjustments, List<TaxTotal> taxes) {
        return new InvoiceDocument(
                net.invoiceNumber(),
                net.accountId(),
                net.contractId(),
                net.kind(),
                net.transactionFrom(),
                net.transactionTo(),
                net.issueDate(),
                net.dueDate(),
                net.issuer(),
                net.recipient(),
                lines,
                adjustments,
                taxes,
                net.total(),
                net.prepaidRefs(),
                net.withholding(),
                net.payable(),
                net.precedingInvoices(),
                net.reservationId());
    }
}
