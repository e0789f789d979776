package io.seikyu.command.approval;

import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.id.ScheduleId;

/** What belongs to an approval while it waits: the task of whoever has to decide, and its last day on the agenda. */
public record Waiting(Tasks tasks, Schedules schedules) {
    static final String EXPIRY = "approval.expiry";

    void begins(ApprovalState approval) {
        ApprovalTask.of(approval).ifPresent(tasks::open);
        if (approval.expiresOn() != null) {
            schedules.set(NewSchedule.after(approval.expiresOn(), expiry(approval), EXPIRY, approval.id()));
        }
    }

    /** @param outcome in a word */
    void decided(ApprovalState approval, String outcome) {
        tasks.complete(approval.task(), outcome);
        schedules.cancel(expiry(approval), "it was decided");
    }

    void ends(ApprovalState approval, String why) {
        tasks.close(approval.task(), why);
        schedules.cancel(expiry(approval), why);
    }

    private static ScheduleId expiry(ApprovalState approval) {
        return ScheduleId.of(approval.clientId(), EXPIRY, approval.approvalId());
    }
}
