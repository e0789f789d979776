package io.seikyu.command.receipt;

import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;

/** The invoices that money is booked to. What is booked here is one commit with the receipt. */
public interface PayableInvoices {
    /**
     * Who has to pay this invoice.
     *
     * @throws io.seikyu.command.decision.Refusal when there is no such invoice
     */
    AccountId payerOf(InvoiceId invoice);

    /**
     * Books as much as is open.
     *
     * @return what the invoice took
     * @throws io.seikyu.command.decision.Refusal when the payer does not have this invoice
     */
    BigDecimal pay(InvoiceId invoice, Payment payment, BigDecimal amount);
}
