package io.seikyu.contract.dunning;

import io.seikyu.contract.Command;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ReminderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What can be asked of a reminder. */
public sealed interface ReminderCommand extends Command {
    @Override
    ReminderId target();

    /**
     * A person who has to agree decides.
     *
     * @param subject in place of the mail's that was proposed, or null
     * @param body    the same
     * @param actor   the key of whoever decides
     * @param roles   that key's
     */
    record DecideReminder(
            ReminderId target,
            boolean approve,
            String reason,
            String subject,
            String body,
            String actor,
            Set<Role> roles)
            implements ReminderCommand {}

    /**
     * A person called the payer.
     *
     * @param callId     names what follows from it: correspondence, promises, disputes
     * @param at         when
     * @param spokeWith  or null
     * @param callBackAt or null
     * @param payOn      until when he promised to pay all that he was asked for; with PROMISED alone
     * @param disputed   the invoices that he disputes, or does not want to pay; none named: all of the reminder's
     * @param background why he is late, as far as he said, or null
     * @param note       or null
     * @param now        business time
     */
    record RecordCall(
            ReminderId target,
            String callId,
            CallOutcome outcome,
            Instant at,
            String spokeWith,
            Instant callBackAt,
            LocalDate payOn,
            List<String> disputed,
            Background background,
            String note,
            Instant now)
            implements ReminderCommand {}

    /** The time has come at which the payer is to be called back; does nothing when nobody is to call any more. */
    record CallAgain(ReminderId target) implements ReminderCommand {}
}
