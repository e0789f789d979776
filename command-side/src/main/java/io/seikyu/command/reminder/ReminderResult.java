package io.seikyu.command.reminder;

import io.seikyu.contract.dunning.Approver;
import java.util.List;

/**
 * What became of a reminder by a command.
 *
 * @param needs who still has to agree
 */
public record ReminderResult(String reminderId, ReminderStatus state, List<Approver> needs) {
    static ReminderResult of(ReminderState state) {
        return new ReminderResult(state.reminderId(), state.status(), state.needs());
    }
}
