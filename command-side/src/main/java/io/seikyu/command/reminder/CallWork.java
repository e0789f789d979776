package io.seikyu.command.reminder;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Briefing;
import io.seikyu.command.task.Outcome;
import io.seikyu.command.task.TaskState;
import io.seikyu.command.task.TaskWork;
import io.seikyu.contract.Command;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.CallOutcome;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderCommand.RecordCall;
import io.seikyu.contract.task.TaskKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls as tasks (架電). Nobody takes one to a payer of whom something was heard meanwhile. */
final class CallWork implements TaskWork {
    private final CachingRepository<Reminder, ReminderState> reminders;
    private final Fitting fitting;
    private final ReminderTexts texts;
    private final TimeOrderedIds ids;
    private final Clock businessClock;

    CallWork(
            CachingRepository<Reminder, ReminderState> reminders,
            Fitting fitting,
            ReminderTexts texts,
            TimeOrderedIds ids,
            Clock businessClock) {
        this.reminders = reminders;
        this.fitting = fitting;
        this.texts = texts;
        this.ids = ids;
        this.businessClock = businessClock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.CALL_PAYER;
    }

    @Override
    public Briefing begin(TaskState task) {
        ReminderState reminder = reminder(task);
        List<DunningReason> against = fitting.against(reminder);
        if (!against.isEmpty()) {
            throw Refusal.conflict(
                    "contact-blocked",
                    "this payer is not to be called now: "
                            + against.stream().map(DunningReason::code).collect(Collectors.joining(", ")));
        }
        return texts.briefing(reminder, BusinessDay.of(businessClock.instant()));
    }

    @Override
    public Command came(TaskState task, Outcome said) {
        Instant now = businessClock.instant();
        return new RecordCall(
                reminder(task).id(),
                ids.orNext(null),
                outcome(said),
                said.at() == null ? now : said.at(),
                said.spokeWith(),
                said.callBackAt(),
                said.promise() == null ? null : said.promise().payOn(),
                said.invoiceIds() == null ? List.of() : said.invoiceIds(),
                said.background(),
                said.note(),
                now);
    }

    private static CallOutcome outcome(Outcome said) {
        Optional<CallOutcome> outcome = Arrays.stream(CallOutcome.values())
                .filter(it -> it.name().equals(said.outcome()))
                .findFirst();
        return outcome.orElseThrow(() -> Refusal.invalid(
                "invalid-call",
                "a call ends in one of its outcomes",
                List.of(new Fault("/outcome", "invalid", "must be one of " + Arrays.toString(CallOutcome.values())))));
    }

    private ReminderState reminder(TaskState task) {
        return reminders.find(task.about()).orElseThrow().state();
    }
}
