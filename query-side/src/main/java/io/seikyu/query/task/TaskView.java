package io.seikyu.query.task;

import io.seikyu.contract.task.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do (要対応).
 *
 * @param about         the stream of the thing it is about, e.g. {@code acme/invoice/i1}
 * @param accountId     the payer it concerns
 * @param facts         what there is to know at a glance, by name
 * @param openedBecause why it has to be done
 * @param decision      the call that decides it; absent when it is completed by saying so
 * @param assignee      the key of whoever has it or had it last
 * @param end           absent while it waits
 */
public record TaskView(
        String taskId,
        String clientId,
        TaskKind kind,
        State state,
        String about,
        @Nullable String accountId,
        Map<String, String> facts,
        @Nullable LocalDate dueOn,
        String openedBecause,
        Instant openedAt,
        @Nullable String decision,
        @Nullable String assignee,
        @Nullable Instant claimedAt,
        @Nullable End end) {

    public enum State {
        OPEN,
        CLAIMED,
        COMPLETED,
        VOIDED
    }

    /**
     * @param outcome what came of it, in a word
     * @param note    in the person's words, or why nothing was left to do
     */
    public record End(
            Instant at,
            @Nullable String by,
            @Nullable String outcome,
            @Nullable String note) {}

    TaskView claimed(String by, Instant at) {
        return with(State.CLAIMED, by, at, null);
    }

    TaskView released() {
        return with(State.OPEN, null, null, null);
    }

    TaskView ended(State how, End as) {
        return with(how, assignee, claimedAt, as);
    }

    private TaskView with(State next, @Nullable String by, @Nullable Instant since, @Nullable End as) {
        return new TaskView(
                taskId,
                clientId,
                kind,
                next,
                about,
                accountId,
                facts,
                dueOn,
                openedBecause,
                openedAt,
                decision,
                by,
                since,
                as);
    }
}
