package io.seikyu.contract.deadletter;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.DeadLettersId;

/** What can be asked for of events that a view cannot digest. */
public sealed interface DeadLetterCommand extends Command {
    @Override
    DeadLettersId target();

    /** See {@link DeadLetterEvent.DeadLetterDiscarded}. */
    record DiscardDeadLetter(
            DeadLettersId target, String projection, String eventId, String stream, long position, String reason)
            implements DeadLetterCommand {}
}
