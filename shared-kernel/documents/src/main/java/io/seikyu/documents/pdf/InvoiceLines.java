package io.seikyu.documents.pdf;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.StringJoiner;

/** What was sold: a table whose head is repeated on each page and whose rows are never torn apart. */
record InvoiceLines(Fo fo, Words words, IssuedInvoice invoice) {
    private static final int QUANTITY = 20;
    private static final int PRICE = 26;
    private static final int AMOUNT = 30;
    private static final int TAX = 19;
    private static final String[] WIDTHS = {"79mm", QUANTITY + "mm", PRICE + "mm", AMOUNT + "mm", TAX + "mm"};

    void print() {
        fo.table("space-before: 6mm; border-bottom: " + Sheet.STRONG_LINE, WIDTHS, () -> {
            fo.in(
                    "table-header",
                    "",
                    () -> fo.in("table-row", "background-color: #e8e8e8", () -> {
                        fo.cell(Sheet.PAD, words.of("description"));
                        fo.figure(Sheet.PAD, QUANTITY, words.of("quantity"));
                        fo.figure(Sheet.PAD, PRICE, words.of("price"));
                        fo.figure(
                                Sheet.PAD,
                                AMOUNT,
                                words.of(invoice.pricesIncludeTax() ? "amount.gross" : "amount.net"));
                        fo.figure(Sheet.PAD, TAX, words.of("taxed"));
                    }));
            fo.in("table-body", "", () -> {
                document().lines().forEach(this::line);
                document().adjustments().forEach(this::adjustment);
            });
        });
        boolean reduced = document().taxes().stream().anyMatch(tax -> tax.taxCategory() == TaxCategory.REDUCED);
        fo.block(
                Sheet.SMALL + "; space-before: 1.5mm",
                (reduced ? words.of("reduced.legend") + " " : "")
                        + words.of(invoice.pricesIncludeTax() ? "gross.legend" : "net.legend"));
    }

    private void line(Line line) {
        StringJoiner small = new StringJoiner("　");
        small.add(line.code());
        if (line.kind() == LineKind.EXPENSE) {
            small.add(words.of("expense"));
        }
        if (line.deliveredOn() != null) {
            small.add(words.of("delivered") + " " + words.date(line.deliveredOn()));
        }
        row(
                line.description(),
                small.toString(),
                words.number(line.quantity()),
                words.yen(line.unitPrice()),
                line.amount(),
                line.taxCategory());
    }

    private void adjustment(Adjustment adjustment) {
        boolean lowers = adjustment.kind() == AdjustmentKind.ALLOWANCE;
        row(
                adjustment.description(),
                words.of(adjustment.kind().name()) + "　" + adjustment.code(),
                "",
                "",
                lowers ? adjustment.amount().negate() : adjustment.amount(),
                adjustment.taxCategory());
    }

    private void row(
            String description, String small, String quantity, String price, BigDecimal amount, TaxCategory category) {
        boolean reduced = category == TaxCategory.REDUCED;
        fo.in("table-row", "keep-together.within-page: always; border-bottom: " + Sheet.LINE, () -> {
            fo.cell(Sheet.PAD, () -> {
                fo.block("", (reduced ? words.of("reduced.mark") + " " : "") + description);
                fo.block(Sheet.SMALL + "; color: " + Sheet.GREY, small);
            });
            fo.figure(Sheet.PAD, QUANTITY, quantity);
            fo.figure(Sheet.PAD, PRICE, price);
            fo.figure(Sheet.PAD, AMOUNT, words.yen(amount));
            fo.figure(Sheet.PAD, TAX, taxed(category));
        });
    }

    private String taxed(TaxCategory category) {
        if (category != TaxCategory.STANDARD && category != TaxCategory.REDUCED) {
            return words.of(category.name());
        }
        Optional<TaxTotal> sum = document().taxes().stream()
                .filter(tax -> tax.taxCategory() == category)
                .findFirst();
        return sum.map(tax -> words.of("rate.line", words.number(tax.rate()))).orElse("");
    }

    private InvoiceDocument document() {
        return invoice.document();
    }
}
