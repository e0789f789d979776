package io.seikyu.command.invoice;

import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.InvoiceId;
import java.util.Optional;

/** Invoices of the repository by id, else by the number that they hold. */
public final class InvoicesOnFile implements NamedInvoices {
    private final OnFile<Invoice> invoices;
    private final EarlierInvoices earlier;

    public InvoicesOnFile(OnFile<Invoice> invoices, EarlierInvoices earlier) {
        this.invoices = invoices;
        this.earlier = earlier;
    }

    @Override
    public Optional<InvoiceState> find(String tenant, String named) {
        Optional<InvoiceState> byId = Ids.isValid(named) ? state(new InvoiceId(tenant, named)) : Optional.empty();
        return byId.or(() -> earlier.holderOf(tenant, named).flatMap(this::state));
    }

    private Optional<InvoiceState> state(InvoiceId id) {
        return invoices.find(id.toString()).map(Invoice::state);
    }
}
