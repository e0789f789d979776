package io.seikyu.contract.task;

import io.seikyu.contract.Event;
import java.time.LocalDate;
import java.util.Map;

/** The life of a task (要対応): opened by what happened, done by a person or overtaken by what happened next. */
public sealed interface TaskEvent extends Event {
    String clientId();

    String taskId();

    /**
     * @param about         the stream of the thing it is about, e.g. {@code acme/invoice/i1}
     * @param accountId     the payer it concerns, or null; what people write on the task is sealed with that payer's key
     * @param facts         what a list shows of it, plain values by name; nothing personal
     * @param dueOn         or null
     * @param openedBecause for a clerk: why it has to be done
     */
    record TaskOpened(
            String clientId,
            String taskId,
            TaskKind kind,
            String about,
            String accountId,
            Map<String, String> facts,
            LocalDate dueOn,
            String openedBecause)
            implements TaskEvent {}

    /** @param assignee the key of whoever took it */
    record TaskClaimed(String clientId, String taskId, String assignee) implements TaskEvent {}

    record TaskReleased(String clientId, String taskId) implements TaskEvent {}

    /**
     * It is done: a person said so, or decided what it asked for.
     *
     * @param outcome what came of it, in a word; may be absent
     * @param note    in the person's words; sealed; may be absent
     * @param subject whose personal data the note may hold: the payer, or the task while it concerns none
     */
    record TaskCompleted(String clientId, String taskId, String outcome, String note, String subject)
            implements TaskEvent {}

    /** What happened meanwhile leaves nothing to do. */
    record TaskVoided(String clientId, String taskId, String why) implements TaskEvent {}
}
