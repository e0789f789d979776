package io.seikyu.command.receipt;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Deposits;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Receipts of the repository that invoices set off, within the running unit of work. */
public final class StoredDeposits implements Deposits {
    private final CachingRepository<Receipt, ReceiptState> receipts;

    public StoredDeposits(CachingRepository<Receipt, ReceiptState> receipts) {
        this.receipts = receipts;
    }

    @Override
    public LocalDate setOff(ReceiptId receipt, InvoiceId invoice, AccountId payer, BigDecimal amount) {
        return load(receipt).invoke(found -> found.setOff(invoice.value(), payer, amount));
    }

    @Override
    public void release(ReceiptId receipt, InvoiceId invoice, String reason) {
        load(receipt).execute(found -> found.release(invoice.value(), reason));
    }

    private Aggregate<Receipt> load(ReceiptId receipt) {
        try {
            return receipts.load(receipt.toString());
        } catch (AggregateNotFoundException e) {
            throw Refusal.conflict(
                    "prepayment-not-covered",
                    "there is no receipt '" + receipt.value() + "': correct what the invoice sets off");
        }
    }
}
