package io.seikyu.contract.dunning;

import io.seikyu.contract.Command;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ReminderId;
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
}
