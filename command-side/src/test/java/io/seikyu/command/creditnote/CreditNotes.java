package io.seikyu.command.creditnote;

import static io.seikyu.command.Samples.yen;

import io.seikyu.command.Samples;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.creditnote.CreditNoteDocument.Ground;
import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A credit note over two of the ten sacks of rice that the sample invoice bills, right in every figure. */
final class CreditNotes {
    private CreditNotes() {}

    static CreditNoteDocument twoSacks() {
        return new CreditNoteDocument(
                "i1",
                "CN-001",
                LocalDate.of(2026, 5, 20),
                LocalDate.of(2026, 5, 18),
                "torn on the way",
                Ground.RETURN,
                List.of(line("2", "4000", "8000", TaxCategory.REDUCED)),
                List.of(new TaxTotal(TaxCategory.REDUCED, yen("8"), yen("8000"), yen("640"))),
                yen("8640"),
                Excess.KEEP);
    }

    static Line line(String quantity, String price, String amount, TaxCategory category) {
        return new Line(LineKind.ITEM, "RICE", "Rice 10 kg", yen(quantity), yen(price), yen(amount), category);
    }

    /** One line and its sum, with tax on top. */
    static CreditNoteDocument of(TaxCategory category, String rate, String taxable, String tax) {
        return with(
                twoSacks(),
                List.of(line("1", taxable, taxable, category)),
                List.of(new TaxTotal(category, yen(rate), yen(taxable), yen(tax))),
                yen(taxable).add(yen(tax)));
    }

    static CreditNoteDocument with(
            CreditNoteDocument document, List<Line> lines, List<TaxTotal> taxes, BigDecimal total) {
        return new CreditNoteDocument(
                document.invoiceId(),
                document.number(),
                document.issueDate(),
                document.returnDate(),
                document.reason(),
                document.ground(),
                lines,
                taxes,
                total,
                document.excess());
    }

    static Original original(List<TaxTotal> taxes, BigDecimal total, List<TaxTotal> left) {
        InvoiceDocument invoice = Samples.document();
        return new Original(
                new InvoiceId("acme", "i1"),
                new AccountId("acme", "a1"),
                "c1",
                "INV-001",
                true,
                invoice.transactionFrom(),
                invoice.transactionTo(),
                invoice.issueDate(),
                taxes,
                total,
                left);
    }

    static Original original() {
        InvoiceDocument invoice = Samples.document();
        return original(invoice.taxes(), invoice.total(), invoice.taxes());
    }
}
