package io.seikyu.command.reminder;

import io.seikyu.contract.dunning.DunningReason;
import java.util.List;

/** Whether a reminder is what would be decided today of the invoices that it is about. */
@FunctionalInterface
public interface Fitting {
    /** @return why not; empty when it is */
    List<DunningReason> against(ReminderState reminder);
}
