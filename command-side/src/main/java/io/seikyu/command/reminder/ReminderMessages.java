package io.seikyu.command.reminder;

import io.seikyu.command.message.MessageOwner;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.id.ReminderId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Reminders as the owners of the messages that carry them. Right before one leaves everything is asked once more, and all
 * its invoices confirm in the same commit.
 */
final class ReminderMessages implements MessageOwner {
    private static final DunningReason MOVED_ON = new DunningReason("INVOICE_MOVED_ON", null);

    private final CachingRepository<Reminder, ReminderState> reminders;
    private final StoredReminders stored;
    private final RemindedInvoices invoices;
    private final ReminderTasks tasks;
    private final Fitting fitting;
    private final Clock businessClock;

    ReminderMessages(
            CachingRepository<Reminder, ReminderState> reminders,
            StoredReminders stored,
            RemindedInvoices invoices,
            ReminderTasks tasks,
            Fitting fitting,
            Clock businessClock) {
        this.reminders = reminders;
        this.stored = stored;
        this.invoices = invoices;
        this.tasks = tasks;
        this.fitting = fitting;
        this.businessClock = businessClock;
    }

    @Override
    public Purpose purpose() {
        return Purpose.REMINDER;
    }

    @Override
    public boolean wants(MessageState message) {
        return reminders.load(id(message).toString()).invoke(reminder -> {
            ReminderState state = reminder.state();
            if (state.status() != ReminderStatus.QUEUED) {
                return false;
            }
            List<DunningReason> against = invoices.fit(state) ? fitting.against(state) : List.of(MOVED_ON);
            if (against.isEmpty()) {
                return true;
            }
            stored.withdraw(reminder, against);
            return false;
        });
    }

    @Override
    public void leaves(MessageState message) {
        invoices.confirm(reminders.load(id(message).toString()).invoke(Reminder::state));
    }

    @Override
    public void tell(MessageState message, DeliveryOutcome outcome, Instant at, String note) {
        reminders.load(id(message).toString()).execute(reminder -> {
            switch (outcome) {
                case SENT, DELIVERED -> sent(reminder, message, at == null ? businessClock.instant() : at, outcome);
                case IN_DOUBT -> {
                    reminder.inDoubt();
                    tasks.settle(reminder.state());
                }
                case NOT_SENT -> {
                    reminder.notSent();
                    tasks.made(reminder.state(), outcome.name());
                }
                case FAILED, BOUNCED, RETURNED -> failed(reminder, outcome);
                case WITHDRAWN -> stored.withdraw(reminder, List.of(MOVED_ON));
            }
        });
    }

    private void sent(Reminder reminder, MessageState message, Instant at, DeliveryOutcome outcome) {
        ReminderState state = reminder.state();
        if (state.status() == ReminderStatus.SENT) {
            return;
        }
        if (message.channel() == Channel.LETTER) {
            posted(reminder);
        }
        reminder.sent(at);
        invoices.reminded(state, BusinessDay.of(at));
        tasks.made(state, outcome.name());
    }

    /** A letter that a person posted has left, whatever happened meanwhile. */
    private void posted(Reminder reminder) {
        ReminderState state = reminder.state();
        boolean wrong = false;
        for (ReminderItem item : state.items()) {
            if (invoices.fits(state, item)) {
                invoices.confirm(state, item);
            } else {
                reminder.wrong(item.invoiceId(), null, null);
                wrong = true;
            }
        }
        if (wrong) {
            tasks.apologise(state);
        }
    }

    private void failed(Reminder reminder, DeliveryOutcome outcome) {
        reminder.failed(outcome);
        invoices.release(reminder.state());
        tasks.made(reminder.state(), outcome.name());
        tasks.fixContact(reminder.state(), outcome.name());
    }

    static ReminderId id(MessageState message) {
        return new ReminderId(message.clientId(), message.about().get(0).id());
    }
}
