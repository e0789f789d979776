package io.seikyu.command.receipt;

import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.review.Prepayment;
import io.seikyu.command.review.Prepayments;
import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Prepayments among the receipts and the invoices of the repositories. Of a receipt also what issued invoices took already is said
 * to be available, because whoever asks takes off what it knows other invoices to have named.
 */
public final class BookedPrepayments implements Prepayments {
    private final OnFile<Receipt> receipts;
    private final OnFile<Invoice> invoices;

    public BookedPrepayments(OnFile<Receipt> receipts, OnFile<Invoice> invoices) {
        this.receipts = receipts;
        this.invoices = invoices;
    }

    @Override
    public Optional<Prepayment> receipt(ReceiptId id) {
        return receipts.find(id.toString())
                .map(Receipt::state)
                .map(state -> new Prepayment(state.payer(), state.available().add(state.setOff())));
    }

    @Override
    public Optional<Prepayment> invoice(InvoiceId id) {
        return invoices.find(id.toString())
                .map(Invoice::state)
                .map(state -> new Prepayment(
                        state.document().accountId(),
                        state.status().isIssued() ? state.document().payable() : BigDecimal.ZERO));
    }
}
