package io.seikyu.command.reminder;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.dunning.ReminderCommand.CallAgain;
import io.seikyu.contract.id.ReminderId;
import java.util.List;

/** The payer asked to be called back at this time. */
final class WhenPayerIsToBeCalledBackThenCall implements WhenDue {
    static final String KIND = "reminder.call-back";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<CallAgain> commands(Due due) {
        return List.of(new CallAgain(new ReminderId(due.tenant(), due.subjectId())));
    }
}
