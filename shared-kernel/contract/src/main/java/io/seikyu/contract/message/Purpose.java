package io.seikyu.contract.message;

/** What a message is sent for. */
public enum Purpose {
    /** An issued invoice on its way to the payer (請求書の送付). */
    INVOICE_DELIVERY,
    /** What reminds a payer (督促). */
    REMINDER
}
