package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;

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

    /**
     * Keeps a reservation for an invoice that cites it, until the invoice claims something or is over.
     *
     * @param reservationId null: none is kept for it any more
     */
    void assign(AccountId payer, String reservationId, String invoiceId);

    /**
     * What the invoice claims now. Whatever changes its status or its balance ends with this call; it says nothing when
     * the account knows all of it already.
     *
     * @param claim its payments come to those that are known
     */
    void move(AccountId payer, Claim claim);

    /** As {@link #move}, and the receipt has paid nothing of it after all. */
    void reverse(AccountId payer, Claim claim, String receiptId);

    /** @param outcome null when it is raised */
    void dispute(AccountId payer, String invoiceId, String disputeId, DisputeOutcome outcome, LocalDate on);

    /** A promise to pay by {@code payOn} was kept or broken; of the same promise the last word counts. */
    void judge(AccountId payer, String invoiceId, String promiseId, LocalDate payOn, boolean kept);
}
