package io.seikyu.command.delivery;

import io.seikyu.command.message.MessageState;
import io.seikyu.command.outbox.Letter;
import io.seikyu.command.outbox.LetterWriter;
import io.seikyu.contract.message.Purpose;
import io.seikyu.documents.IssuedInvoice;
import java.util.function.Function;

/** Writes to payers when an invoice is sent to them, in their language. */
final class InvoiceLetters implements LetterWriter {
    private final IssuedInvoices invoices;
    private final Function<IssuedInvoice, byte[]> pdf;

    InvoiceLetters(IssuedInvoices invoices, Function<IssuedInvoice, byte[]> pdf) {
        this.invoices = invoices;
        this.pdf = pdf;
    }

    @Override
    public Purpose purpose() {
        return Purpose.INVOICE_DELIVERY;
    }

    @Override
    public Letter write(MessageState message) {
        IssuedInvoice invoice = invoices.get(InvoiceMessages.invoice(message));
        InvoiceWords words = "en".equals(invoice.payer().language()) ? InvoiceWords.ENGLISH : InvoiceWords.JAPANESE;
        String number = invoice.document().invoiceNumber();
        return new Letter(
                words.subject(invoice),
                words.body(invoice),
                words.fileName(number.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_")),
                pdf.apply(invoice));
    }
}
