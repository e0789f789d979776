package io.seikyu.command.plan;

import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** When invoices are to be paid that stand in an instalment plan. */
public interface InstalmentPlans {
    /** Empty for an invoice that stands in none, or of which its plan asks nothing more. */
    Optional<Next> next(InvoiceId invoice, LocalDate today);

    /**
     * @param dueDate of the first instalment that is not paid in full and reaches this invoice
     * @param amount  of this invoice that is due with it, and with all others whose day has come, yen
     */
    record Next(String planId, LocalDate dueDate, BigDecimal amount) {}
}
