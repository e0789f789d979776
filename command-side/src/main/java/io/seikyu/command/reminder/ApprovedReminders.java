package io.seikyu.command.reminder;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovalStatus;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.dunning.DunningReason;
import java.util.List;
import java.util.function.Consumer;

/** Reminders that wait for somebody's yes. What is agreed to goes out when the hour allows it. */
final class ApprovedReminders implements ApprovedWork {
    private final CachingRepository<Reminder, ReminderState> reminders;
    private final Agreements agreements;
    private final ReminderTasks tasks;

    ApprovedReminders(
            CachingRepository<Reminder, ReminderState> reminders, Agreements agreements, ReminderTasks tasks) {
        this.reminders = reminders;
        this.agreements = agreements;
        this.tasks = tasks;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.REMINDER;
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        execute(approval, reminder -> reminder.agree(Agreements.approver(approval.decider())));
    }

    @Override
    public void drop(ApprovalState approval, String why) {
        execute(approval, reminder -> {
            if (approval.status() == ApprovalStatus.REJECTED) {
                reminder.reject(Agreements.approver(approval.decider()));
            } else {
                reminder.withdraw(List.of(new DunningReason("APPROVAL_" + approval.status(), null)));
            }
            if (approval.status() == ApprovalStatus.EXPIRED) {
                tasks.chase(reminder.state());
            }
            agreements.withdraw(reminder.state(), why);
        });
    }

    private void execute(ApprovalState approval, Consumer<Reminder> told) {
        reminders.load(approval.about()).execute(told);
    }
}
