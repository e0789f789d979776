package io.seikyu.command.reminder;

import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReminderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Contacts with payers. What is said here is one commit with the events of the running command. */
public interface Reminders {
    Optional<ReminderState> find(ReminderId id);

    /** Whether an attempt to send it began of which nobody knows yet how it ended: then it cannot be withdrawn. */
    boolean isLeaving(ReminderState reminder);

    /** Plans it, and asks whoever has to agree. */
    ReminderState plan(ReminderPlanned plan);

    /**
     * Has it made: writes it and hands it to the outbox, or to a person.
     *
     * @param newDate that it names, or null
     */
    void make(ReminderId id, LocalDate today, LocalDate newDate);

    void withdraw(ReminderId id, List<DunningReason> reasons);

    /** Marks reminders of this invoice that asked for what had been paid by their day. */
    void lookBack(InvoiceId invoice);
}
