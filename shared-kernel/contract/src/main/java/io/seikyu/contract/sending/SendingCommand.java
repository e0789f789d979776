package io.seikyu.contract.sending;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.SwitchId;
import java.time.Instant;

/** What can be asked of a switch of all sending. */
public sealed interface SendingCommand extends Command {
    @Override
    SwitchId target();

    record StopSending(SwitchId target, String reason) implements SendingCommand {}

    /**
     * @param sentUpTo up to when messages had gone out, business time, or null
     * @param now      business time
     */
    record ResumeSending(SwitchId target, String reason, Instant sentUpTo, Instant now) implements SendingCommand {}

    /**
     * @param instance which instance of the program this is
     * @param evidence what shows that its log went back, or null
     */
    record RecogniseInstance(SwitchId target, String instance, String evidence) implements SendingCommand {}
}
