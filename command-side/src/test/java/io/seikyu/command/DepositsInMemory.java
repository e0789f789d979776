package io.seikyu.command;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Deposits;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One receipt with plenty of money for whoever sets it off: enough for a test of one invoice. */
public final class DepositsInMemory implements Deposits {
    private final BigDecimal there;
    private final Map<InvoiceId, BigDecimal> taken = new HashMap<>();

    public DepositsInMemory(String there) {
        this.there = new BigDecimal(there);
    }

    public BigDecimal takenBy(InvoiceId invoice) {
        return taken.getOrDefault(invoice, BigDecimal.ZERO);
    }

    @Override
    public LocalDate setOff(ReceiptId receipt, InvoiceId invoice, AccountId payer, BigDecimal amount) {
        if (amount.compareTo(there) > 0) {
            throw Refusal.conflict("prepayment-not-covered", "there is less");
        }
        taken.merge(invoice, amount, BigDecimal::add);
        return Samples.TODAY;
    }

    @Override
    public void release(ReceiptId receipt, InvoiceId invoice, String reason) {
        taken.remove(invoice);
    }
}
