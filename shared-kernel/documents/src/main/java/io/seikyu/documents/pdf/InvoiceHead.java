package io.seikyu.documents.pdf;

import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.documents.IssuedInvoice;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/** Who claims what from whom, until when, and where it is to be paid. */
record InvoiceHead(Fo fo, Words words, IssuedInvoice invoice, HeadParts parts) {
    private static final Set<String> KINDS = Set.of("1", "2", "4");

    InvoiceHead(Fo fo, Words words, IssuedInvoice invoice) {
        this(fo, words, invoice, new HeadParts(fo, words));
    }

    void print() {
        Kind kind = document().kind();
        parts.title(kind == null || kind == Kind.STANDARD ? "invoice" : "invoice." + kind);
        parts.sideBySide("", () -> parts.recipient(invoice), this::issuer);
        fo.block("space-before: 5mm", words.of("greeting"));
        parts.sideBySide("space-before: 2mm", this::claimed, this::payTo);
    }

    private void issuer() {
        parts.row("number", document().invoiceNumber());
        parts.row("issued", words.date(document().issueDate()));
        parts.transaction("transaction", "transaction.day", document());
        List<String> preceding = document().precedingInvoices();
        parts.row("preceding", preceding.isEmpty() ? null : String.join(", ", preceding));
        parts.issuer(invoice);
    }

    private void claimed() {
        parts.amount(
                "claimed",
                words.yen(InvoiceSums.payable(document())),
                words.of("due") + "　" + words.date(document().dueDate()));
    }

    private void payTo() {
        BankDetails account = invoice.client().bankAccount();
        if (account == null) {
            return;
        }
        parts.box("account", () -> {
            parts.row("account.bank", account.bank());
            parts.row("account.branch", account.branch());
            String virtual = invoice.payer().virtualAccount();
            parts.row("account.number", virtual == null ? kind(account) + " " + account.number() : virtual);
            // banks keep holders in half-width kana; on paper the full-width ones are easier to read
            parts.row("account.holder", Normalizer.normalize(account.holder(), Normalizer.Form.NFKC));
        });
    }

    private String kind(BankDetails account) {
        return KINDS.contains(account.kind()) ? words.of("account.kind." + account.kind()) : "";
    }

    private InvoiceDocument document() {
        return invoice.document();
    }
}
