package io.seikyu.command.creditnote;

import io.seikyu.command.invoice.Credit;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The invoices that credit notes refer to. What is credited here is one commit with the credit note. */
public interface CreditedInvoices {
    /** @throws io.seikyu.command.decision.Refusal when there is no such invoice */
    Original get(InvoiceId invoice);

    /**
     * Lowers what is open.
     *
     * @return how much of the credit was paid already, yen
     * @throws io.seikyu.command.decision.Refusal when the payer does not have this invoice, or less of it is left
     */
    BigDecimal credit(InvoiceId invoice, Credit credit, LocalDate today);
}
