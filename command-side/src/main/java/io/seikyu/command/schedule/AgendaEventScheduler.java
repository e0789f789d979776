package io.seikyu.command.schedule;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.CancelSchedule;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's scheduler on the agenda, for sagas. The event is always a {@link ScheduleFellDue}, whose id the saga makes of
 * what causes it: a saga that is derived again sets nothing twice. Each call is a commit of its own, beside the unit of
 * work of whoever calls. A saga that hears of the event itself needs a {@link WhenDue} of its kind that sends nothing.
 */
public final class AgendaEventScheduler implements EventScheduler {
    private final OwnCommands commands;
    private final Clock businessClock;

    AgendaEventScheduler(OwnCommands commands, Clock businessClock) {
        this.commands = commands;
        this.businessClock = businessClock;
    }

    /** @throws IllegalArgumentException for another event, or one that names another time */
    @Override
    public ScheduleToken schedule(Instant triggerDateTime, Object event) {
        if (!(event instanceof ScheduleFellDue due) || !due.dueAt().equals(triggerDateTime)) {
            throw new IllegalArgumentException("the agenda takes schedules that fall due at " + triggerDateTime);
        }
        ScheduleId id = new ScheduleId(due.clientId(), due.scheduleId());
        apart(() -> commands.send(
                id.tenant(),
                Works.ACTOR,
                null,
                new SetSchedule(id, due.kind(), due.subject(), due.dueAt(), due.facts())));
        return new Token(id.tenant(), id.value());
    }

    @Override
    public ScheduleToken schedule(Duration triggerDuration, Object event) {
        return schedule(businessClock.instant().plus(triggerDuration), event);
    }

    @Override
    public void cancelSchedule(ScheduleToken scheduleToken) {
        Token token = (Token) scheduleToken;
        ScheduleId id = new ScheduleId(token.tenant(), token.scheduleId());
        apart(() -> commands.send(id.tenant(), Works.ACTOR, null, new CancelSchedule(id, "not waited for any more")));
    }

    /** Within the caller's unit of work one clash would roll all of it back. */
    private static void apart(Runnable work) {
        Deque<UnitOfWork<?>> outer = new ArrayDeque<>();
        while (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> unit = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(unit);
            outer.push(unit);
        }
        try {
            work.run();
        } finally {
            outer.forEach(CurrentUnitOfWork::set);
        }
    }

    /** Names what was set. */
    record Token(String tenant, String scheduleId) implements ScheduleToken {}
}
