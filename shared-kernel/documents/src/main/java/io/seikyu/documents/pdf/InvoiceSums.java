package io.seikyu.documents.pdf;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.util.function.Function;

/** The sum and the tax of each rate, and how they lead to what is claimed. Kept on one page. */
record InvoiceSums(Fo fo, Words words, IssuedInvoice invoice) {
    private static final int SUM = 29;
    private static final int TOTAL = 36;
    private static final String[] WIDTHS = {"40mm", SUM + "mm", SUM + "mm"};

    /** The total less what is withheld at the source and what was paid before. */
    static BigDecimal payable(InvoiceDocument document) {
        BigDecimal less = document.withholding() == null ? BigDecimal.ZERO : document.withholding();
        for (PrepaidRef prepaid : document.prepaidRefs()) {
            less = less.add(prepaid.amount());
        }
        return document.total().subtract(less);
    }

    void print() {
        fo.table(
                "space-before: 5mm; keep-together.within-page: always",
                new String[] {"98mm", "6mm", "70mm"},
                () -> fo.in(
                        "table-body",
                        "",
                        () -> fo.in("table-row", "keep-together.within-page: always", () -> {
                            fo.cell("", this::perRate);
                            fo.cell("", "");
                            fo.cell("", this::total);
                        })));
    }

    private void perRate() {
        boolean gross = invoice.pricesIncludeTax();
        fo.block("", words.of("summary"));
        fo.table("space-before: 1mm; border-bottom: " + Sheet.STRONG_LINE, WIDTHS, () -> {
            fo.in(
                    "table-header",
                    "",
                    () -> fo.in("table-row", "background-color: #e8e8e8", () -> {
                        fo.cell(Sheet.PAD, "");
                        fo.figure(Sheet.PAD, SUM, words.of(gross ? "summary.gross" : "summary.net"));
                        fo.figure(Sheet.PAD, SUM, words.of(gross ? "summary.contained" : "summary.tax"));
                    }));
            fo.in("table-body", "", () -> document().taxes().forEach(this::rate));
        });
    }

    private void rate(TaxTotal sum) {
        boolean taxed = sum.taxCategory() == TaxCategory.STANDARD || sum.taxCategory() == TaxCategory.REDUCED;
        String key = sum.taxCategory() == TaxCategory.REDUCED ? "rate.reduced" : "rate";
        String name = taxed
                ? words.of(key, words.number(sum.rate()))
                : words.of(sum.taxCategory().name());
        fo.in("table-row", "border-bottom: " + Sheet.LINE, () -> {
            fo.cell(Sheet.PAD, name);
            fo.figure(Sheet.PAD, SUM, words.yen(sum.taxable()));
            fo.figure(Sheet.PAD, SUM, words.yen(sum.tax()));
        });
    }

    private void total() {
        fo.table(
                "",
                new String[] {"34mm", TOTAL + "mm"},
                () -> fo.in("table-body", "", () -> {
                    if (!invoice.pricesIncludeTax()) {
                        sum("subtotal", sum(TaxTotal::taxable));
                        sum("tax", sum(TaxTotal::tax));
                    }
                    sum("total", document().total());
                    document()
                            .prepaidRefs()
                            .forEach(prepaid -> sum("prepaid", prepaid.amount().negate()));
                    BigDecimal withheld = document().withholding();
                    if (withheld != null && withheld.signum() != 0) {
                        sum("withholding", withheld.negate());
                    }
                    fo.in("table-row", "border-top: " + Sheet.STRONG_LINE, () -> {
                        String large = Sheet.PAD + "; font-size: 11pt";
                        fo.cell(large, words.of("claimed"));
                        fo.cell(large + "; text-align: end; wrap-option: no-wrap", words.yen(payable(document())));
                    });
                }));
    }

    private void sum(String key, BigDecimal amount) {
        fo.in("table-row", "border-bottom: " + Sheet.LINE, () -> {
            fo.cell(Sheet.PAD, words.of(key));
            fo.figure(Sheet.PAD, TOTAL, words.yen(amount));
        });
    }

    private BigDecimal sum(Function<TaxTotal, BigDecimal> part) {
        return document().taxes().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private InvoiceDocument document() {
        return invoice.document();
    }
}
