package io.seikyu.command.clock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.id.ClockId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.schedule.ClockCommand.LetTimePass;
import io.seikyu.contract.schedule.ClockCommand.MoveClock;
import io.seikyu.contract.schedule.ScheduleEvent.ClockMoved;
import io.seikyu.contract.schedule.ScheduleEvent.TimeAskedToPass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** The business clock of a sandbox, which people may move forward. */
public class SandboxClock {
    /** Rates, holidays and limits are known for some years, not for centuries. */
    private static final Duration AT_ONCE = Duration.ofDays(3_700);

    @AggregateIdentifier
    private String id;

    private ClockState state = new ClockState(null, Duration.ZERO);

    SandboxClock() {}

    public SandboxClock(ClockState state) {
        this.id = ClockId.STREAM;
        this.state = state;
    }

    /** @return until when time is to pass */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Instant pass(LetTimePass command) {
        if (command.until().isBefore(command.now())) {
            throw Refusal.invalid(
                    "clock-only-forward", "the clock shows " + command.now() + " and goes forward only", List.of());
        }
        if (command.until().isAfter(command.now().plus(AT_ONCE))) {
            throw Refusal.invalid(
                    "clock-too-far", "the clock goes on by at most " + AT_ONCE.toDays() + " days at once", List.of());
        }
        apply(new TimeAskedToPass(Ids.AGENCY, command.until()));
        return command.until();
    }

    /** @return how far the clock is ahead of the machine's from now on */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Duration move(MoveClock command) {
        if (command.to().isAfter(command.now())) {
            Duration ahead = state.ahead().plus(Duration.between(command.now(), command.to()));
            apply(new ClockMoved(Ids.AGENCY, command.to(), ahead.getSeconds(), ahead.getNano()));
        }
        return state.ahead();
    }

    @EventSourcingHandler
    void on(TimeAskedToPass event) {
        id = ClockId.STREAM;
        state = new ClockState(event.until(), state.ahead());
    }

    @EventSourcingHandler
    void on(ClockMoved event) {
        id = ClockId.STREAM;
        state = new ClockState(state.until(), Duration.ofSeconds(event.aheadSeconds(), event.aheadNanos()));
    }

    public ClockState state() {
        return state;
    }
}
