package io.seikyu.command.invoice;

import java.time.LocalDate;

/** How far it is known what came in. */
@FunctionalInterface
public interface BankCoverage {
    /** Whether all that came in for this invoice through {@code day} is known. */
    boolean reaches(InvoiceState invoice, LocalDate day);
}
