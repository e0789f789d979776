package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Effective;
import io.seikyu.contract.account.AccountCommand.AmendAccount;
import io.seikyu.contract.account.AccountCommand.OpenAccount;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.AccountEvent.InvoiceLeft;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A payer (請求先) of one client company. Names it once had stay, because money still comes in under them. It remembers
 * its invoices so far, because the review of the next one looks at them.
 */
public class CustomerAccount {
    @AggregateIdentifier
    private String id;

    private Effective<AccountDetails> history;
    private Ledger ledger = Ledger.EMPTY;

    CustomerAccount() {}

    public CustomerAccount(AccountState state) {
        this.id = state.id();
        this.history = state.history();
        this.ledger = state.ledger();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void open(OpenAccount command, Clients clients) {
        clients.get(new ClientId(command.target().tenant()));
        apply(new AccountOpened(command.target().tenant(), command.target().value(), command.details()));
    }

    @CommandHandler
    void amend(AmendAccount command) {
        history.refuseBeforeLatest(command.effectiveFrom());
        AccountDetails present = history.latest().value();
        AccountDetails amended = PayerNames.keepOld(present, command.changes().applyTo(present));
        apply(new AccountAmended(
                command.target().tenant(),
                command.target().value(),
                command.effectiveFrom(),
                command.reason(),
                amended));
    }

    void enter(EnteredInvoice invoice) {
        apply(new InvoiceEntered(target().tenant(), target().value(), invoice));
    }

    void accept(String invoiceId) {
        ledger.find(invoiceId).ifPresent(known -> enter(known.asAccepted()));
    }

    void leave(String invoiceId, Departure cause) {
        if (ledger.find(invoiceId).isPresent()) {
            apply(new InvoiceLeft(target().tenant(), target().value(), invoiceId, cause));
        }
    }

    void upholdError(String contractId, String invoiceId, BillingError cause, String reference) {
        apply(new BillingErrorUpheld(target().tenant(), target().value(), contractId, invoiceId, cause, reference));
    }

    private AccountId target() {
        String[] name = id.split("/");
        return new AccountId(name[0], name[2]);
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        id = new AccountId(event.clientId(), event.accountId()).toString();
        history = Effective.always(event.details());
    }

    @EventSourcingHandler
    void on(AccountAmended event) {
        history = history.with(event.effectiveFrom(), event.details());
    }

    @EventSourcingHandler
    void on(InvoiceEntered event) {
        ledger = ledger.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceLeft event) {
        ledger = ledger.without(event.invoiceId());
    }

    @EventSourcingHandler
    void on(BillingErrorUpheld event) {
        ledger = ledger.with(event);
    }

    /** What held on {@code date}. */
    public AccountDetails detailsOn(LocalDate date) {
        return history.on(date).orElseThrow();
    }

    public AccountState state() {
        return new AccountState(id, history, ledger);
    }

    public Ledger ledger() {
        return ledger;
    }

    public Effective<AccountDetails> history() {
        return history;
    }
}
