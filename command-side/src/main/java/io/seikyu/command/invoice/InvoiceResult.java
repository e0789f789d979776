package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * What became of an invoice by a command.
 *
 * @param findings what the review that the command made has found; empty when it made none
 * @param coverage how much of it the agency bears the risk of
 */
public record InvoiceResult(
        String invoiceId, InvoiceStatus status, BigDecimal balance, List<Finding> findings, Coverage coverage) {
    static InvoiceResult of(InvoiceState state) {
        return of(state, List.of());
    }

    static InvoiceResult of(InvoiceState state, List<Finding> findings) {
        return new InvoiceResult(state.invoiceId(), state.status(), state.balance(), findings, state.coverage());
    }
}
