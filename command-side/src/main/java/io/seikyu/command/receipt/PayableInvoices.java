package io.seikyu.command.receipt;

import io.seikyu.command.invoice.Booking;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The invoices that money is booked to. What is booked here is one commit with the receipt. */
public interface PayableInvoices {
    /**
     * Locks the invoices, then their payers, each in the order of their ids, so that of two commands that want the same
     * ones the later waits. They stay as they are said to be while the command runs.
     *
     * @return one for each, in that order
     * @throws io.seikyu.command.decision.Refusal when there is no such invoice
     */
    List<OpenClaim> lock(Collection<InvoiceId> invoices);

    /**
     * Books as much of the money as is open beside the deductions: claimed charges first, then principal.
     *
     * @return what the invoice took of the money
     * @throws io.seikyu.command.decision.Refusal when the payer does not have this invoice, or may not deduct that
     */
    BigDecimal pay(InvoiceId invoice, Booking booking);

    /** All that the receipt paid of the invoice is open again. */
    void undo(InvoiceId invoice, ReceiptId receipt, String reason);
}
