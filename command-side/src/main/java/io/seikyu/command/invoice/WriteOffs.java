package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import java.math.BigDecimal;

/**
 * What of a claim was given up and is not paid, yen. A credit note that takes back more than is open takes it from here
 * before it takes from what was paid: nobody is paid back what nobody paid.
 */
public record WriteOffs(BigDecimal amount) {
    static final WriteOffs NONE = new WriteOffs(BigDecimal.ZERO);

    boolean any() {
        return amount.signum() > 0;
    }

    WriteOffs and(InvoiceWrittenOff event) {
        return new WriteOffs(amount.add(event.amount()));
    }

    /** @param before what was open before the credit note */
    WriteOffs less(InvoiceCredited event, BigDecimal before) {
        BigDecimal lowered = before.subtract(event.balance());
        return new WriteOffs(amount.subtract(event.amount().subtract(lowered).subtract(event.excess())));
    }
}
