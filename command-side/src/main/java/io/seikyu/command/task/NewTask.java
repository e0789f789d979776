package io.seikyu.command.task;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.time.LocalDate;
import java.util.Map;

/**
 * A task to be opened.
 *
 * @param id      from what causes it, see {@link TaskId#of}
 * @param about   what it is about: an id whose text is the name of a stream
 * @param payer   the payer it concerns, or null
 * @param facts   what a list shows of it, plain values by name; nothing personal
 * @param dueOn   or null
 * @param because for a clerk: why it has to be done
 */
public record NewTask(
        TaskId id,
        TaskKind kind,
        Object about,
        AccountId payer,
        Map<String, String> facts,
        LocalDate dueOn,
        String because) {
    NewTask named(TaskId other) {
        return new NewTask(other, kind, about, payer, facts, dueOn, because);
    }
}
