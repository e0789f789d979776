package io.seikyu.command.invoice;

import io.seikyu.contract.id.InvoiceId;
import java.util.function.Consumer;

/** The invoices that others are to take the place of, within the running unit of work. */
@FunctionalInterface
public interface ReplacedInvoices {
    /** Locks: the invoice that takes the place is locked before the one that it replaces. */
    void tell(InvoiceId replaced, Consumer<Invoice> told);
}
