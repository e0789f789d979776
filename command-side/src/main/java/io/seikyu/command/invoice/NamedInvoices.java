package io.seikyu.command.invoice;

import java.util.Optional;

/** The invoices on file that documents and people refer to, to be looked at and not to be changed. */
@FunctionalInterface
public interface NamedInvoices {
    /** @param named an id or a number */
    Optional<InvoiceState> find(String tenant, String named);
}
