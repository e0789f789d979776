package io.seikyu.command.invoice;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that payers paid before there was an invoice for it (前受金). What is said here is one commit with the invoice's
 * events.
 */
public interface Deposits {
    /**
     * Takes some of a receipt for an invoice that names it as paid before.
     *
     * @return when the money came in
     * @throws io.seikyu.command.decision.Refusal when there is no such receipt, it is another payer's, or less than that
     *     is left of it
     */
    LocalDate setOff(ReceiptId receipt, InvoiceId invoice, AccountId payer, BigDecimal amount);

    /** Gives back what the invoice had taken of it. */
    void release(ReceiptId receipt, InvoiceId invoice, String reason);
}
