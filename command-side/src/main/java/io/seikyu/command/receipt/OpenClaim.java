package io.seikyu.command.receipt;

import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an invoice claims of its payer at this moment.
 *
 * @param status  of the invoice, in a word
 * @param payable whether money may be booked to it
 * @param balance of the principal, yen
 * @param charges that were claimed beside it and are open, yen
 */
public record OpenClaim(
        InvoiceId invoice,
        AccountId payer,
        String status,
        boolean payable,
        LocalDate dueDate,
        BigDecimal balance,
        BigDecimal charges) {
    public static OpenClaim of(InvoiceId id, InvoiceState state) {
        return new OpenClaim(
                id,
                state.payer(),
                state.status().name(),
                state.status().isIssued(),
                state.document().dueDate(),
                state.balance(),
                state.settlement().claimed());
    }

    public BigDecimal open() {
        return balance.add(charges);
    }
}
