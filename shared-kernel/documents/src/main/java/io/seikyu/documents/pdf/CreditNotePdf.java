package io.seikyu.documents.pdf;

import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.documents.IssuedCreditNote;
import io.seikyu.documents.IssuedInvoice;
import java.util.List;

/**
 * An issued credit note on paper (適格返還請求書, 消費税法57条の4第3項), in the payer's language: the issuer's name and
 * registration number, the day of the return and that of the original transaction, what is given back with ※ at the
 * reduced rate, the sum of each rate and its tax; besides the recipient, the number of the invoice and the reason.
 * Amounts are above zero: what is given back. Who has no registration number issues none that calls itself qualified
 * (適格), which the law forbids.
 */
public final class CreditNotePdf {
    private final Fo fo;
    private final Words words;
    private final IssuedCreditNote note;
    private final HeadParts parts;

    private CreditNotePdf(Fo fo, Words words, IssuedCreditNote note) {
        this.fo = fo;
        this.words = words;
        this.note = note;
        this.parts = new HeadParts(fo, words);
    }

    /** The PDF, A4. Equal credit notes make equal bytes, as equal invoices do. */
    public static byte[] of(IssuedCreditNote note) {
        Words words = Words.in(note.original().payer().language());
        String issuer = note.original().document().issuer().name();
        String title = words.of(title(note)) + " " + note.document().number();
        Paper paper = new Paper(title, issuer, words.language(), note.issuedOn());
        return Sheet.print(paper, title + "　" + issuer, fo -> new CreditNotePdf(fo, words, note).print());
    }

    private static String title(IssuedCreditNote note) {
        String number = note.original().document().issuer().registrationNumber();
        return number == null || number.isBlank() ? "credit.unqualified" : "credit";
    }

    private void print() {
        IssuedInvoice original = note.original();
        CreditNoteDocument document = note.document();
        parts.title(title(note));
        parts.sideBySide("", () -> parts.recipient(original), this::issuer);
        fo.block("space-before: 5mm", words.of("credit.greeting"));
        parts.sideBySide(
                "space-before: 2mm",
                () -> parts.amount("credit.amount", words.yen(document.total()), null),
                () -> parts.box("credit.reason", () -> {
                    fo.block("space-before: 1mm", words.of("credit." + document.ground()));
                    fo.block("", document.reason());
                }));
        boolean gross = original.pricesIncludeTax();
        List<Line> lines = document.lines().stream().map(CreditNotePdf::line).toList();
        new InvoiceLines(fo, words, gross, lines, List.of(), document.taxes()).print();
        new InvoiceSums(fo, words, gross, document.taxes(), document.total(), List.of(), "credit.amount").print();
    }

    private void issuer() {
        InvoiceDocument original = note.original().document();
        parts.row("credit.number", note.document().number());
        parts.row("issued", words.date(note.document().issueDate()));
        parts.row("credit.returned", words.date(note.document().returnDate()));
        parts.row("credit.invoice", original.invoiceNumber());
        parts.transaction("credit.transaction", "credit.transaction.day", original);
        parts.issuer(note.original());
    }

    private static Line line(CreditNoteDocument.Line line) {
        return new Line(
                line.kind(),
                line.code(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.taxCategory(),
                null,
                null);
    }
}
