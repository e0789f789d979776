package io.seikyu.command.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.CancelSchedule;
import io.seikyu.contract.schedule.ScheduleCommand.LetFallDue;
import io.seikyu.contract.schedule.ScheduleCommand.RecordWorked;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleCancelled;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleSet;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleWorked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Something that falls due once (予定): set, fallen due, worked; or cancelled before. */
public class Schedule {
    @AggregateIdentifier
    private String id;

    private ScheduleState state;

    Schedule() {}

    public Schedule(ScheduleState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    /** To be called where an aggregate is made. */
    static Schedule set(NewSchedule schedule) {
        Schedule set = new Schedule();
        set(schedule.id(), schedule);
        return set;
    }

    private static void set(ScheduleId id, NewSchedule schedule) {
        apply(new ScheduleSet(
                id.tenant(), id.value(), schedule.kind(), schedule.subject(), schedule.dueAt(), schedule.facts()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void set(SetSchedule command) {
        if (state == null) {
            set(
                    command.target(),
                    new NewSchedule(
                            command.target(), command.kind(), command.subject(), command.dueAt(), command.facts()));
        }
    }

    /** @return how far it is from now on */
    @CommandHandler
    ScheduleStatus fallDue(LetFallDue command) {
        if (state.status() == ScheduleStatus.PLANNED && !command.now().isBefore(state.dueAt())) {
            apply(new ScheduleFellDue(
                    state.clientId(), state.scheduleId(), state.kind(), state.subject(), state.dueAt(), state.facts()));
        }
        return state.status();
    }

    @CommandHandler
    void worked(RecordWorked command) {
        if (state.status() == ScheduleStatus.DUE) {
            apply(new ScheduleWorked(state.clientId(), state.scheduleId(), command.refusal()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(CancelSchedule command) {
        if (state != null) {
            cancel(command.why());
        }
    }

    void cancel(String why) {
        if (state.status() == ScheduleStatus.PLANNED) {
            apply(new ScheduleCancelled(state.clientId(), state.scheduleId(), why));
        }
    }

    @EventSourcingHandler
    void on(ScheduleSet event) {
        state = new ScheduleState(
                event.clientId(),
                event.scheduleId(),
                event.kind(),
                event.subject(),
                event.dueAt(),
                event.facts(),
                ScheduleStatus.PLANNED);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(ScheduleFellDue event) {
        state = state.with(ScheduleStatus.DUE);
    }

    @EventSourcingHandler
    void on(ScheduleWorked event) {
        state = state.with(ScheduleStatus.WORKED);
    }

    @EventSourcingHandler
    void on(ScheduleCancelled event) {
        state = state.with(ScheduleStatus.CANCELLED);
    }

    public ScheduleState state() {
        return state;
    }
}
