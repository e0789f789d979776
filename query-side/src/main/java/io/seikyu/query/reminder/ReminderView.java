package io.seikyu.query.reminder;

import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.CallOutcome;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact with a payer about what is open (督促); or, as {@code SUPPRESSED}, one that the ladder would have made and
 * that was not even planned: it has no id, no voice and no text, and the amount is what is open now.
 *
 * @param stage   the highest of its items
 * @param segment of payers, whose ladder it follows
 * @param neutral whether it only names facts
 * @param newDate until when payment is asked for; absent: no date is named
 * @param needs   who still has to agree before it is made
 * @param reasons why it is made as it is
 * @param at      when it came to its state
 * @param text    what it says; absent while it is not written
 * @param withdrawn why it was not made after all
 * @param calls   to the payer, in order
 * @param wrongInHindsight whether it asked for what had been paid already
 */
public record ReminderView(
        @Nullable String reminderId,
        String clientId,
        String accountId,
        State state,
        Stage stage,
        ContactChannel channel,
        @Nullable Tone tone,
        @Nullable String segment,
        boolean neutral,
        List<ReminderItem> items,
        @Nullable LocalDate newDate,
        List<Approver> needs,
        List<DunningReason> reasons,
        String policyVersion,
        Instant plannedAt,
        Instant at,
        @Nullable Text text,
        List<DunningReason> withdrawn,
        List<Call> calls,
        boolean wrongInHindsight) {

    /** What came of a call. */
    public record Call(
            CallOutcome outcome,
            Instant at,
            @Nullable String by,
            @Nullable String spokeWith,
            @Nullable String note,
            @Nullable Instant callBackAt) {}

    public enum State {
        PLANNED,
        AWAITING_APPROVAL,
        QUEUED,
        SENT,
        FAILED,
        IN_DOUBT,
        WITHDRAWN,
        REJECTED,
        SUPPRESSED
    }

    /** @param messageId of the message that carries it; absent before it is handed to the outbox */
    public record Text(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String messageId,
            List<String> templates) {}

    ReminderView with(State next, Instant since) {
        return with(next, needs, newDate, since, text, withdrawn, wrongInHindsight);
    }

    ReminderView agreed(Approver approver, Instant when) {
        List<Approver> left = needs.stream().filter(other -> other != approver).toList();
        return with(left.isEmpty() ? State.PLANNED : state, left, newDate, when, text, withdrawn, wrongInHindsight);
    }

    ReminderView edited(String subject, String body) {
        return with(state, needs, newDate, at, new Text(subject, body, null, List.of()), withdrawn, wrongInHindsight);
    }

    ReminderView queued(Text written, @Nullable LocalDate date, Instant when) {
        return with(State.QUEUED, needs, date, when, written, withdrawn, wrongInHindsight);
    }

    ReminderView withdrawn(List<DunningReason> why, Instant when) {
        return with(State.WITHDRAWN, needs, newDate, when, text, why, wrongInHindsight);
    }

    ReminderView wrong() {
        return with(state, needs, newDate, at, text, withdrawn, true);
    }

    ReminderView and(Call made) {
        List<Call> more = new ArrayList<>(calls);
        more.add(made);
        return with(state, needs, newDate, at, text, withdrawn, List.copyOf(more), wrongInHindsight);
    }

    private ReminderView with(
            State next,
            List<Approver> left,
            @Nullable LocalDate date,
            Instant since,
            @Nullable Text written,
            List<DunningReason> why,
            boolean wrong) {
        return with(next, left, date, since, written, why, calls, wrong);
    }

    private ReminderView with(
            State next,
            List<Approver> left,
            @Nullable LocalDate date,
            Instant since,
            @Nullable Text written,
            List<DunningReason> why,
            List<Call> made,
            boolean wrong) {
        return new ReminderView(
                reminderId,
                clientId,
                accountId,
                next,
                stage,
                channel,
                tone,
                segment,
                neutral,
                items,
                date,
                left,
                reasons,
                policyVersion,
                plannedAt,
                since,
                written,
                why,
                made,
                wrong);
    }
}
