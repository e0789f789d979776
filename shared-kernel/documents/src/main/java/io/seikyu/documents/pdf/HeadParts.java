package io.seikyu.documents.pdf;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.documents.IssuedInvoice;

/** What the heads of an invoice and of a credit note are made of. */
record HeadParts(Fo fo, Words words) {
    private static final String[] TWO_SIDES = {"88mm", "86mm"};

    void title(String key) {
        String spaced = words.language().equals("ja") ? "; letter-spacing: 4pt" : "";
        fo.block(
                "font-size: 19pt; text-align: center; space-after: 7mm; border-bottom: " + Sheet.STRONG_LINE
                        + "; padding-bottom: 2mm" + spaced,
                words.of(key));
    }

    void sideBySide(String properties, Runnable left, Runnable right) {
        fo.table(
                properties,
                TWO_SIDES,
                () -> fo.in(
                        "table-body",
                        "",
                        () -> fo.in("table-row", "", () -> {
                            fo.cell("padding-right: 6mm", left);
                            fo.cell("", right);
                        })));
    }

    void recipient(IssuedInvoice invoice) {
        AccountDetails payer = invoice.payer();
        Address.print(
                fo,
                words,
                new Letter.Recipient(
                        invoice.document().recipient().name(),
                        payer.corporate(),
                        payer.postalAddress(),
                        payer.contactPerson()));
    }

    /** The day of the transaction, or its period. */
    void transaction(String period, String day, InvoiceDocument document) {
        String from = words.date(document.transactionFrom());
        if (document.transactionFrom().equals(document.transactionTo())) {
            row(day, from);
        } else {
            row(period, words.of("period", from, words.date(document.transactionTo())));
        }
    }

    void issuer(IssuedInvoice invoice) {
        InvoiceDocument document = invoice.document();
        fo.block(
                "font-size: 11pt; space-before: 3mm; line-height: 1.4",
                document.issuer().name());
        row("registration", document.issuer().registrationNumber());
        fo.block(Sheet.SMALL, invoice.client().email());
    }

    /** The sum that all is about. */
    void amount(String key, String yen, String under) {
        fo.block("border: " + Sheet.STRONG_LINE + "; padding: 3mm; background-color: #f4f4f4; margin: 0", () -> {
            fo.block("", words.of(key));
            fo.block("font-size: 17pt; line-height: 1.3; text-align: end", yen);
            fo.block("space-before: 1mm; border-top: " + Sheet.LINE + "; padding-top: 1.5mm; font-size: 10pt", under);
        });
    }

    void box(String key, Runnable content) {
        fo.block("border: " + Sheet.LINE + "; padding: 3mm; margin: 0", () -> {
            fo.block("", words.of(key));
            content.run();
        });
    }

    /** A name and its value. A value that is absent makes no row. */
    void row(String key, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        fo.table(
                "",
                new String[] {words.language().equals("ja") ? "24mm" : "34mm", "proportional-column-width(1)"},
                () -> fo.in(
                        "table-body",
                        "",
                        () -> fo.in("table-row", "", () -> {
                            fo.cell("color: " + Sheet.GREY, words.of(key));
                            fo.cell("", value);
                        })));
    }
}
