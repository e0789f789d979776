package io.seikyu.command.review;

import io.seikyu.command.account.Ledger;
import io.seikyu.contract.account.EnteredInvoice;
import java.util.stream.Stream;

/**
 * What a review knows of the payer's invoices so far.
 *
 * @param invoiceId the invoice under review, which is none of the others
 */
public record History(String invoiceId, Ledger ledger) {
    /** The payer's invoices so far that are alive, without the one under review. */
    public Stream<EnteredInvoice> others() {
        return ledger.invoices().filter(invoice -> !invoice.invoiceId().equals(invoiceId));
    }
}
