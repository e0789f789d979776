package io.seikyu.command.reminder;

import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent.ReminderAgreed;
import io.seikyu.contract.dunning.DunningEvent.ReminderCalled;
import io.seikyu.contract.dunning.DunningEvent.ReminderEdited;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderQueued;
import io.seikyu.contract.dunning.DunningEvent.ReminderSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderWrongInHindsight;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.id.ReminderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reminder has to know to decide.
 *
 * @param needs   who still has to agree
 * @param edited  what a person wrote in place of the usual text, or null; personal
 * @param newDate that it names, or null
 * @param sentAt  null while the payer was not contacted
 * @param calls   when the payer was called, in order
 * @param wrong   what it asked for in error, see {@link #wrong(String, String)}
 */
public record ReminderState(
        String clientId,
        String reminderId,
        String accountId,
        ReminderStatus status,
        Stage stage,
        ContactChannel channel,
        Tone tone,
        String segment,
        boolean neutral,
        List<ReminderItem> items,
        List<Approver> needs,
        Instant plannedAt,
        Edited edited,
        LocalDate newDate,
        Instant sentAt,
        List<Instant> calls,
        List<String> wrong) {

    /** A mail in a person's words. */
    public record Edited(String subject, String body) {}

    static ReminderState of(ReminderPlanned event) {
        return new ReminderState(
                event.clientId(),
                event.reminderId(),
                event.accountId(),
                event.needs().isEmpty() ? ReminderStatus.PLANNED : ReminderStatus.AWAITING_APPROVAL,
                event.stage(),
                event.channel(),
                event.tone(),
                event.segment(),
                event.neutral(),
                event.items(),
                event.needs(),
                event.plannedAt(),
                null,
                event.newDate(),
                null,
                List.of(),
                List.of());
    }

    ReminderState with(ReminderStatus next) {
        return with(next, needs, edited, newDate, sentAt);
    }

    ReminderState with(ReminderAgreed event) {
        List<Approver> left =
                needs.stream().filter(other -> other != event.approver()).toList();
        return with(left.isEmpty() ? ReminderStatus.PLANNED : status, left, edited, newDate, sentAt);
    }

    ReminderState with(ReminderEdited event) {
        return with(status, needs, new Edited(event.subject(), event.body()), newDate, sentAt);
    }

    ReminderState with(ReminderQueued event) {
        return with(ReminderStatus.QUEUED, needs, edited, event.newDate(), sentAt);
    }

    ReminderState with(ReminderSent event) {
        return with(ReminderStatus.SENT, needs, edited, newDate, event.at());
    }

    ReminderState with(ReminderWrongInHindsight event) {
        List<String> more = new ArrayList<>(wrong);
        more.add(wrong(event.invoiceId(), event.receiptId()));
        return with(status, needs, edited, newDate, sentAt, calls, List.copyOf(more));
    }

    ReminderState with(ReminderCalled event) {
        List<Instant> more = new ArrayList<>(calls);
        more.add(event.at());
        return with(status, needs, edited, newDate, sentAt, List.copyOf(more), wrong);
    }

    /** Names an invoice, and the receipt that had paid of it. */
    static String wrong(String invoiceId, String receiptId) {
        return invoiceId + "/" + receiptId;
    }

    private ReminderState with(ReminderStatus next, List<Approver> left, Edited words, LocalDate date, Instant sent) {
        return with(next, left, words, date, sent, calls, wrong);
    }

    private ReminderState with(
            ReminderStatus next,
            List<Approver> left,
            Edited words,
            LocalDate date,
            Instant sent,
            List<Instant> called,
            List<String> mistaken) {
        return new ReminderState(
                clientId,
                reminderId,
                accountId,
                next,
                stage,
                channel,
                tone,
                segment,
                neutral,
                items,
                left,
                plannedAt,
                words,
                date,
                sent,
                called,
                mistaken);
    }

    boolean isAbout(String invoiceId) {
        return items.stream().anyMatch(item -> item.invoiceId().equals(invoiceId));
    }

    /** Also when nobody had to agree; in its usual words. */
    public boolean wasAgreedAndWithdrawn() {
        return status == ReminderStatus.WITHDRAWN && needs.isEmpty() && edited == null;
    }

    /** Whether somebody has to agree to it, to make it, or to find out whether it left. */
    public boolean waitsForPeople() {
        return status == ReminderStatus.AWAITING_APPROVAL
                || status == ReminderStatus.IN_DOUBT
                || status == ReminderStatus.QUEUED && channel != ContactChannel.MAIL;
    }

    public ReminderId id() {
        return new ReminderId(clientId, reminderId);
    }

    public AccountId payer() {
        return new AccountId(clientId, accountId);
    }

    /** Of the message that carries it. */
    MessageId message() {
        return MessageId.of(clientId, "reminder", reminderId, 1);
    }
}
