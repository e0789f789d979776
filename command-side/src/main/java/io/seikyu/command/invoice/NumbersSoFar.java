package io.seikyu.command.invoice;

import io.seikyu.command.store.OnFile;
import io.seikyu.contract.Event;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Invoices by id, else by the number that they hold, as far as the log was told of. */
public final class NumbersSoFar implements NamedInvoices {
    private final OnFile<Invoice> invoices;
    private final Map<String, InvoiceId> takenLast = new HashMap<>();

    public NumbersSoFar(OnFile<Invoice> invoices) {
        this.invoices = invoices;
    }

    public void with(Event event) {
        if (event instanceof InvoiceSubmitted submitted && submitted.numberGeneration() != null) {
            takes(submitted.document().invoiceNumber(), new InvoiceId(submitted.clientId(), submitted.invoiceId()));
        } else if (event instanceof InvoiceCorrected corrected && corrected.numberGeneration() != null) {
            takes(corrected.document().invoiceNumber(), new InvoiceId(corrected.clientId(), corrected.invoiceId()));
        }
    }

    private void takes(String number, InvoiceId invoice) {
        takenLast.put(key(invoice.tenant(), number), invoice);
    }

    private static String key(String tenant, String number) {
        return tenant + "/" + InvoiceNumber.of(number);
    }

    @Override
    public Optional<InvoiceState> find(String tenant, String named) {
        Optional<InvoiceState> byId = Ids.isValid(named) ? state(new InvoiceId(tenant, named)) : Optional.empty();
        return byId.or(() -> Optional.ofNullable(takenLast.get(key(tenant, named)))
                .flatMap(this::state)
                .filter(state -> holds(state, named)));
    }

    private Optional<InvoiceState> state(InvoiceId id) {
        return invoices.find(id.toString()).map(Invoice::state);
    }

    private static boolean holds(InvoiceState state, String number) {
        boolean issued = state.after().reminding().issuedOn() != null;
        boolean free = state.status() == InvoiceStatus.REJECTED || state.status() == InvoiceStatus.CANCELLED && !issued;
        return !free && state.document().holds(InvoiceNumber.of(number));
    }
}
