package io.seikyu.command.reminder;

import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.invoice.InvoiceDesk;
import io.seikyu.command.invoice.PromiseDesk;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountCommand.RecordCorrespondence;
import io.seikyu.contract.account.CorrespondenceChannel;
import io.seikyu.contract.account.CorrespondenceDirection;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.CallOutcome;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.ReminderCommand.RecordCall;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.invoice.InvoiceCommand.DisputeInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.PromisePayment;
import io.seikyu.contract.message.DeliveryOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Calls to payers (架電): how often, and what follows from each, in the commit that records it. Whom the ladder has called
 * is called at most {@value #A_DAY} times a day and {@value #A_STAGE} times a stage; then the ladder goes on.
 */
public final class Calls {
    private static final int A_DAY = 2;
    private static final int A_STAGE = 3;
    private static final int DAYS_TO_SEE_MONEY = 7;

    private final CachingRepository<CustomerAccount, AccountState> accounts;
    private final RemindedInvoices invoices;
    private final ReminderTasks tasks;
    private final PromiseDesk promises;
    private final InvoiceDesk disputes;
    private final Schedules schedules;

    Calls(
            CachingRepository<CustomerAccount, AccountState> accounts,
            RemindedInvoices invoices,
            ReminderTasks tasks,
            PromiseDesk promises,
            InvoiceDesk disputes,
            Schedules schedules) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.tasks = tasks;
        this.promises = promises;
        this.disputes = disputes;
        this.schedules = schedules;
    }

    void check(ReminderState reminder, RecordCall command) {
        if (reminder.channel() != ContactChannel.PHONE || reminder.status() != ReminderStatus.QUEUED) {
            throw Refusal.conflict("no-call-waits", "the reminder is " + reminder.status() + ": nobody is to call");
        }
        LocalDate day = BusinessDay.of(command.at());
        if (reminder.calls().stream().map(BusinessDay::of).filter(day::equals).count() >= A_DAY) {
            throw Refusal.conflict(
                    "called-enough-today", "this payer was called " + A_DAY + " times on " + day + ": not again then");
        }
        List<Fault> faults = new ArrayList<>();
        if (command.at().isAfter(command.now())) {
            faults.add(new Fault("/at", "out-of-range", "must not be after now, " + command.now()));
        }
        if ((command.outcome() == CallOutcome.PROMISED) != (command.payOn() != null)) {
            faults.add(new Fault("/promise", "invalid", "is said with the outcome PROMISED, and with no other"));
        }
        if (command.callBackAt() != null
                && (command.outcome() != CallOutcome.CALL_BACK
                        || !command.callBackAt().isAfter(command.now()))) {
            faults.add(new Fault("/callBackAt", "invalid", "is said with the outcome CALL_BACK, and is to come"));
        }
        boolean disputes = command.outcome() == CallOutcome.DISPUTED || command.outcome() == CallOutcome.REFUSED;
        for (int i = 0; i < command.disputed().size(); i++) {
            if (!disputes || !reminder.isAbout(command.disputed().get(i))) {
                faults.add(new Fault(
                        "/invoiceIds/" + i,
                        "invalid",
                        "names an invoice of the reminder, with the outcome DISPUTED or REFUSED"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-call", "this cannot have come of a call", faults);
        }
    }

    void follow(Reminder reminder, RecordCall command) {
        ReminderState state = reminder.state();
        if (command.outcome().isContact() || state.calls().size() >= A_STAGE) {
            invoices.confirmThoseThatFit(state);
            reminder.sent(command.at());
            invoices.reminded(state, BusinessDay.of(command.at()));
            tasks.made(state, command.outcome().name());
        }
        LocalDate today = BusinessDay.of(command.now());
        switch (command.outcome()) {
            case PROMISED ->
                invoices.each(
                        state,
                        (invoice, item) -> invoice.promise(
                                new PromisePayment(
                                        new InvoiceId(state.clientId(), item.invoiceId()),
                                        command.callId(),
                                        invoice.state().balance().min(item.amount()),
                                        command.payOn(),
                                        today),
                                promises));
            case DISPUTED, REFUSED ->
                invoices.each(state, (invoice, item) -> {
                    if (command.disputed().isEmpty() || command.disputed().contains(item.invoiceId())) {
                        invoice.dispute(
                                new DisputeInvoice(
                                        new InvoiceId(state.clientId(), item.invoiceId()),
                                        command.callId(),
                                        said(command),
                                        null,
                                        today),
                                disputes);
                    }
                });
            case CALL_BACK -> callBack(reminder.state(), command);
            case WRONG_NUMBER -> {
                if (reminder.state().status() != ReminderStatus.SENT) {
                    reminder.failed(DeliveryOutcome.FAILED);
                    tasks.made(state, command.outcome().name());
                }
                tasks.fixContact(state, "wrong number");
            }
            case NO_ANSWER, NOT_IN_CHARGE, ALREADY_PAID -> {}
        }
        account(state, account -> remember(account, state, command, today));
    }

    /** The task waits until then; without a time it is open as it was. */
    private void callBack(ReminderState state, RecordCall command) {
        if (command.callBackAt() != null && state.status() == ReminderStatus.QUEUED) {
            tasks.made(state, command.outcome().name());
            ScheduleId then = ScheduleId.of(
                    state.clientId(),
                    WhenPayerIsToBeCalledBackThenCall.KIND,
                    state.reminderId(),
                    state.calls().size());
            schedules.set(
                    NewSchedule.at(command.callBackAt(), then, WhenPayerIsToBeCalledBackThenCall.KIND, state.id()));
        }
    }

    void again(ReminderState state) {
        tasks.callBack(state);
    }

    /** Who says that he has paid is left alone until it can be seen. */
    private void remember(CustomerAccount account, ReminderState state, RecordCall command, LocalDate today) {
        account.record(new RecordCorrespondence(
                state.payer(),
                command.callId(),
                CorrespondenceChannel.PHONE,
                command.outcome().isContact() ? CorrespondenceDirection.IN : CorrespondenceDirection.OUT,
                command.at(),
                said(command),
                command.background(),
                command.now()));
        if (command.outcome() == CallOutcome.ALREADY_PAID) {
            account.hold(
                    new HoldDunning(
                            state.payer(), command.callId(), said(command), today.plusDays(DAYS_TO_SEE_MONEY), today),
                    schedules);
        }
    }

    private static String said(RecordCall command) {
        return command.note() == null
                ? command.outcome().name()
                : command.outcome().name() + ": " + command.note();
    }

    private void account(ReminderState state, Consumer<CustomerAccount> told) {
        accounts.load(state.payer().toString()).execute(told);
    }
}
