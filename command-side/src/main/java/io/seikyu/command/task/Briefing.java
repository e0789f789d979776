package io.seikyu.command.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever speaks with a payer has to know (架電票), as of this moment.
 *
 * @param number  to be called; null when none is on file
 * @param say     in the payer's language
 * @param owed    sum of what is asked for, yen
 * @param history what happened with these invoices, the latest first
 */
public record Briefing(@Nullable String number, String say, BigDecimal owed, List<Owed> items, List<Happened> history) {
    /**
     * @param asked   what is asked for now, claimed charges included, yen
     * @param balance of the principal, yen
     */
    public record Owed(
            String invoiceId,
            String invoiceNumber,
            LocalDate dueDate,
            BigDecimal asked,
            BigDecimal balance,
            BigDecimal disputed) {}

    /**
     * @param what   {@code REMINDED}, {@code CALLED}, {@code PAID}
     * @param detail stage and way of a reminder
     * @param amount that was paid, yen
     */
    public record Happened(
            LocalDate on,
            String what,
            @Nullable String invoiceId,
            @Nullable String detail,
            @Nullable BigDecimal amount) {}
}
