package io.seikyu.command.review;

import io.seikyu.command.account.Ledger;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a review knows of the time before.
 *
 * @param invoiceId   the invoice under review, which is none of the others
 * @param ledger      the payer's invoices so far
 * @param prepayments those on file that the document names, by {@link #name}
 * @param preceding   whose the preceding invoices are that the document names and that are on file: accounts, by name
 */
public record History(
        String invoiceId, Ledger ledger, Map<String, Prepayment> prepayments, Map<String, String> preceding) {
    /** Of an invoice that is its payer's first. */
    public static History none(String invoiceId) {
        return new History(invoiceId, Ledger.EMPTY, Map.of(), Map.of());
    }

    /** The payer's invoices so far that are alive, without the one under review. */
    public Stream<EnteredInvoice> others() {
        return ledger.invoices().filter(invoice -> !invoice.invoiceId().equals(invoiceId));
    }

    static String name(PrepaidRef ref) {
        return ref.receiptId() != null ? "receipt/" + ref.receiptId() : "invoice/" + ref.invoiceId();
    }
}
