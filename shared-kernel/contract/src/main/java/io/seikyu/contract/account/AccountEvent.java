package io.seikyu.contract.account;

import io.seikyu.contract.Event;
import java.time.LocalDate;

/** The life of a payer's account with one client company. */
public sealed interface AccountEvent extends Event {
    String clientId();

    String accountId();

    record AccountOpened(String clientId, String accountId, AccountDetails details) implements AccountEvent {}

    /** From {@code effectiveFrom} on {@code details} hold; old payer names stay as aliases for matching. */
    record AccountAmended(
            String clientId, String accountId, LocalDate effectiveFrom, String reason, AccountDetails details)
            implements AccountEvent {}

    /** An invoice to this payer was reviewed or approved; what was known of the same invoice before is replaced. */
    record InvoiceEntered(String clientId, String accountId, EnteredInvoice invoice) implements AccountEvent {}

    /** An invoice claims nothing from this payer any more. */
    record InvoiceLeft(String clientId, String accountId, String invoiceId, Departure cause) implements AccountEvent {}

    /**
     * The client company billed wrongly under this contract, and that is settled.
     *
     * @param invoiceId of the invoice that was wrong
     * @param reference what settled it: the id of the dispute or of the credit note
     */
    record BillingErrorUpheld(
            String clientId,
            String accountId,
            String contractId,
            String invoiceId,
            BillingError cause,
            String reference)
            implements AccountEvent {}

    /** Why an invoice left. */
    enum Departure {
        REJECTED,
        CANCELLED,
        /** A correction names another payer. */
        MOVED
    }

    /** How it came out that an invoice was wrong. */
    enum BillingError {
        DISPUTE_UPHELD,
        CREDIT_NOTE
    }
}
