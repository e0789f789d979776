package io.seikyu.contract.schedule;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.ClockId;
import java.time.Instant;

/** What can be asked of the business clock of a sandbox. {@code now} is what it shows. */
public sealed interface ClockCommand extends Command {
    @Override
    ClockId target();

    /** Time is to go on up to {@code until}, and everything due in between is to happen. */
    record LetTimePass(ClockId target, Instant until, Instant now) implements ClockCommand {}

    /** It is to show {@code to}, unless it is further already. */
    record MoveClock(ClockId target, Instant to, Instant now) implements ClockCommand {}
}
