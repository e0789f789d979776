package io.seikyu.command.invoice;

import io.seikyu.contract.id.InvoiceId;
import java.util.Optional;

/**
 * Who holds which invoice number (請求書番号). What is said here takes effect together with the events of the running
 * command, or not at all.
 */
public interface InvoiceNumbers {
    /**
     * Takes the number for this invoice.
     *
     * @return which holding of the number this is; empty while another invoice holds it
     */
    Optional<Integer> claim(InvoiceId invoice, InvoiceNumber number);

    /** Gives back what {@link #claim} returned. */
    void free(InvoiceId invoice, InvoiceNumber number, int generation);
}
