package io.seikyu.documents.pdf;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.documents.IssuedInvoice;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/** Who claims what from whom, until when, and where it is to be paid. */
record InvoiceHead(Fo fo, Words words, IssuedInvoice invoice) {
    private static final String[] TWO_SIDES = {"88mm", "86mm"};

    private static final Set<String> KINDS = Set.of("1", "2", "4");

    void print() {
        title();
        fo.table(
                "",
                TWO_SIDES,
                () -> fo.in(
                        "table-body",
                        "",
                        () -> fo.in("table-row", "", () -> {
                            fo.cell("padding-right: 6mm", this::recipient);
                            fo.cell("", this::issuer);
                        })));
        fo.block("space-before: 5mm", words.of("greeting"));
        fo.table(
                "space-before: 2mm",
                TWO_SIDES,
                () -> fo.in(
                        "table-body",
                        "",
                        () -> fo.in("table-row", "", () -> {
                            fo.cell("padding-right: 6mm", this::claimed);
                            fo.cell("", this::payTo);
                        })));
    }

    private void title() {
        Kind kind = document().kind();
        String key = kind == null || kind == Kind.STANDARD ? "invoice" : "invoice." + kind;
        String spaced = words.language().equals("ja") ? "; letter-spacing: 4pt" : "";
        fo.block(
                "font-size: 19pt; text-align: center; space-after: 7mm; border-bottom: " + Sheet.STRONG_LINE
                        + "; padding-bottom: 2mm" + spaced,
                words.of(key));
    }

    private void recipient() {
        AccountDetails payer = invoice.payer();
        Address.print(
                fo,
                words,
                new Letter.Recipient(
                        document().recipient().name(),
                        payer.corporate(),
                        payer.postalAddress(),
                        payer.contactPerson()));
    }

    private void issuer() {
        row("number", document().invoiceNumber());
        row("issued", words.date(document().issueDate()));
        if (document().transactionFrom().equals(document().transactionTo())) {
            row("transaction.day", words.date(document().transactionFrom()));
        } else {
            row(
                    "transaction",
                    words.of(
                            "period",
                            words.date(document().transactionFrom()),
                            words.date(document().transactionTo())));
        }
        List<String> preceding = document().precedingInvoices();
        row("preceding", preceding.isEmpty() ? null : String.join(", ", preceding));
        fo.block(
                "font-size: 11pt; space-before: 3mm; line-height: 1.4",
                document().issuer().name());
        row("registration", document().issuer().registrationNumber());
        fo.block(Sheet.SMALL, invoice.client().email());
    }

    private void claimed() {
        fo.block("border: " + Sheet.STRONG_LINE + "; padding: 3mm; background-color: #f4f4f4; margin: 0", () -> {
            fo.block("", words.of("claimed"));
            fo.block("font-size: 17pt; line-height: 1.3; text-align: end", words.yen(InvoiceSums.payable(document())));
            fo.block(
                    "space-before: 1mm; border-top: " + Sheet.LINE + "; padding-top: 1.5mm; font-size: 10pt",
                    words.of("due") + "　" + words.date(document().dueDate()));
        });
    }

    private void payTo() {
        BankDetails account = invoice.client().bankAccount();
        if (account == null) {
            return;
        }
        fo.block("border: " + Sheet.LINE + "; padding: 3mm; margin: 0", () -> {
            fo.block("", words.of("account"));
            row("account.bank", account.bank());
            row("account.branch", account.branch());
            String virtual = invoice.payer().virtualAccount();
            row("account.number", virtual == null ? kind(account) + " " + account.number() : virtual);
            // banks keep holders in half-width kana; on paper the full-width ones are easier to read
            row("account.holder", Normalizer.normalize(account.holder(), Normalizer.Form.NFKC));
        });
    }

    private String kind(BankDetails account) {
        return KINDS.contains(account.kind()) ? words.of("account.kind." + account.kind()) : "";
    }

    private void row(String key, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        fo.table(
                "",
                new String[] {words.language().equals("ja") ? "24mm" : "34mm", "proportional-column-width(1)"},
                () -> {
                    fo.in(
                            "table-body",
                            "",
                            () -> fo.in("table-row", "", () -> {
                                fo.cell("color: " + Sheet.GREY, words.of(key));
                                fo.cell("", value);
                            }));
                });
    }

    private InvoiceDocument document() {
        return invoice.document();
    }
}
