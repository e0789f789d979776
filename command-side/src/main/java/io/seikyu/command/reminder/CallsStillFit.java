package io.seikyu.command.reminder;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.ClaimCheck;
import io.seikyu.command.task.TaskState;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.task.TaskKind;
import java.util.List;
import java.util.stream.Collectors;

/** Nobody takes a call to a payer of whom something was heard meanwhile. */
final class CallsStillFit implements ClaimCheck {
    private final CachingRepository<Reminder, ReminderState> reminders;
    private final Fitting fitting;

    CallsStillFit(CachingRepository<Reminder, ReminderState> reminders, Fitting fitting) {
        this.reminders = reminders;
        this.fitting = fitting;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.CALL_PAYER;
    }

    @Override
    public void check(TaskState task) {
        List<DunningReason> against =
                fitting.against(reminders.find(task.about()).orElseThrow().state());
        if (!against.isEmpty()) {
            throw Refusal.conflict(
                    "contact-blocked",
                    "this payer is not to be called now: "
                            + against.stream().map(DunningReason::code).collect(Collectors.joining(", ")));
        }
    }
}
