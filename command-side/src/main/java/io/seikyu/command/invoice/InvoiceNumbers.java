package io.seikyu.command.invoice;

import io.seikyu.contract.id.NumberedId;
import java.util.Optional;

/**
 * Who holds which invoice number (請求書番号). What is said here takes effect together with the events of the running
 * command, or not at all.
 */
public interface InvoiceNumbers {
    /**
     * Takes the number for this invoice or credit note: they share one series.
     *
     * @return which holding of the number this is; empty while another document holds it
     */
    Optional<Integer> claim(NumberedId document, InvoiceNumber number);

    /** Gives back what {@link #claim} returned. */
    void free(NumberedId document, InvoiceNumber number, int generation);
}
