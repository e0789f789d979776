package io.seikyu.command.schedule;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.Command;
import io.seikyu.contract.schedule.ScheduleCommand.RecordWorked;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.web.problem.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does what is to be done when something fell due, and says so. */
final class Works {
    static final String ACTOR = "agenda";

    private static final int TOO_MANY = 429;
    private static final int OUR_FAULT = 500;

    private final Map<String, WhenDue> byKind = new HashMap<>();
    private final List<Recurring> recurring;
    private final OwnCommands commands;

    Works(Collection<WhenDue> works, Collection<Recurring> recurring, OwnCommands commands) {
        for (WhenDue work : works) {
            if (byKind.put(work.kind(), work) != null) {
                throw new IllegalStateException("there are two of " + work.kind());
            }
        }
        this.recurring = List.copyOf(recurring);
        this.commands = commands;
    }

    /** Puts the next occurrence of each on the agenda. */
    void setRecurring(Instant now) {
        recurring.forEach(each -> setNext(each, now));
    }

    private void setNext(Recurring each, Instant now) {
        NewSchedule next = each.next(now);
        commands.send(
                next.id().tenant(),
                ACTOR,
                null,
                new SetSchedule(next.id(), next.kind(), next.subject(), next.dueAt(), next.facts()));
    }

    /** @throws RuntimeException when it is to be tried again */
    void work(Due due) {
        WhenDue work = byKind.get(due.kind());
        if (work == null) {
            throw new IllegalStateException("this program does not know what to do about " + due.kind());
        }
        recurring.stream().filter(each -> each.kind().equals(due.kind())).forEach(each -> setNext(each, due.now()));
        String refusal = null;
        Map<String, Integer> times = new HashMap<>();
        for (Command command : work.commands(due)) {
            String target = command.target().toString();
            String key = "due/" + due.id() + "/" + target + "#" + times.merge(target, 1, Integer::sum);
            String code = send(key, tenantOf(target), due, command);
            refusal = code == null ? refusal : code;
        }
        commands.send(due.tenant(), ACTOR, due.id().toString(), new RecordWorked(due.id(), refusal));
    }

    private static String tenantOf(String stream) {
        return stream.substring(0, stream.indexOf('/'));
    }

    /** @return the code of a refusal that is final, or null */
    private String send(String key, String tenant, Due due, Command command) {
        try {
            commands.sendOnce(key, tenant, ACTOR, due.id().toString(), command, result -> {});
            return null;
        } catch (KeyClaimedException e) {
            return null; // it was done before a crash, or by another process
        } catch (ProblemException e) {
            if (e.status() >= OUR_FAULT || e.status() == TOO_MANY) {
                throw e;
            }
            return e.code();
        }
    }
}
