package io.seikyu.command.delivery;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contracts;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.documents.IssuedInvoice;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import java.time.LocalDate;
import java.util.List;

/** What an issued invoice consisted of on the day of issue, as the log has it. */
final class IssuedInvoices {
    private static final int PAGE = 200;

    private final EventLog log;
    private final EventCodec codec;
    private final Clients clients;
    private final Accounts accounts;
    private final Contracts contracts;

    IssuedInvoices(EventLog log, EventCodec codec, Clients clients, Accounts accounts, Contracts contracts) {
        this.log = log;
        this.codec = codec;
        this.clients = clients;
        this.accounts = accounts;
        this.contracts = contracts;
    }

    /** @throws IllegalStateException when it was not issued */
    IssuedInvoice get(InvoiceId id) {
        InvoiceDocument document = null;
        LocalDate issuedOn = null;
        List<StoredEvent> page;
        long next = 0;
        do {
            page = log.readStream(id.toString(), next, PAGE);
            for (StoredEvent stored : page) {
                Object event = decode(stored.event());
                if (event instanceof InvoiceSubmitted submitted) {
                    document = submitted.document();
                } else if (event instanceof InvoiceCorrected corrected) {
                    document = corrected.document();
                } else if (event instanceof InvoiceIssued issued) {
                    issuedOn = issued.issuedOn();
                }
            }
            next += page.size();
        } while (page.size() == PAGE);
        if (issuedOn == null) {
            throw new IllegalStateException(id + " was not issued");
        }
        return whole(id, document, issuedOn);
    }

    private Object decode(NewEvent event) {
        return codec.decode(event.type(), event.revision(), event.payload());
    }

    private IssuedInvoice whole(InvoiceId id, InvoiceDocument document, LocalDate issuedOn) {
        // gross or net is what it was when it was reviewed: as of the transaction
        ContractTerms terms = contracts
                .find(new ContractId(id.tenant(), document.contractId()))
                .flatMap(contract -> contract.inForceOn(document.transactionTo()))
                .orElseThrow();
        return new IssuedInvoice(
                id.value(),
                document,
                terms.pricesIncludeTax(),
                issuedOn,
                clients.get(new ClientId(id.tenant())).detailsOn(issuedOn),
                accounts.get(new AccountId(id.tenant(), document.accountId())).detailsOn(issuedOn));
    }
}
