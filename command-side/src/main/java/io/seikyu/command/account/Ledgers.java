package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;

/**
 * What payers' accounts remember of their invoices. What is said here is one commit with the events of the running
 * command. An account is locked from the first call until the end of the command; whoever holds an invoice or a receipt
 * locks that first, and of two accounts the one with the lesser id.
 */
public interface Ledgers {
    /**
     * The payer as it is now, and as it stays while the command runs: to be looked at, not to be changed.
     *
     * @throws io.seikyu.command.decision.Refusal when this client has no such payer
     */
    CustomerAccount lock(AccountId payer);

    /** Remembers an invoice, in place of what was known of it. */
    void enter(AccountId payer, EnteredInvoice invoice);

    /** A person approved the invoice; says nothing when it is not remembered any more. */
    void accept(AccountId payer, String invoiceId);

    /** The invoice claims nothing from this payer any more. */
    void leave(AccountId payer, String invoiceId, Departure cause);

    /**
     * The client company billed wrongly, and that is settled: the contract's next invoices are looked at by a person.
     *
     * @param invoice   the invoice that was wrong
     * @param reference what settled it, e.g. the id of the dispute
     */
    void upholdError(AccountId payer, String contractId, InvoiceId invoice, BillingError cause, String reference);
}
