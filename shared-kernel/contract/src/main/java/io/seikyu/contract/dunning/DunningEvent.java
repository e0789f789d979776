package io.seikyu.contract.dunning;

import io.seikyu.contract.Event;
import io.seikyu.contract.message.DeliveryOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What dunning (督促) decided of a payer, and the life of each of its reminders. All of them name the payer. */
public sealed interface DunningEvent extends Event {
    String clientId();

    String accountId();

    /**
     * The ladder would have the payer reminded of an invoice, and he is not.
     *
     * @param waitsFor streams whose next event may change it, besides those of the payer
     * @param basis    absent in what was stored before there was one
     */
    record ReminderSuppressed(
            String clientId,
            String accountId,
            String invoiceId,
            Stage stage,
            ContactChannel channel,
            int round,
            List<DunningReason> reasons,
            List<String> waitsFor,
            String policyVersion,
            DecisionBasis basis)
            implements DunningEvent {}

    /**
     * What suppressed the reminding of an invoice does so no more, or nothing is to be said of it.
     *
     * @param basis absent in what was stored before there was one
     */
    record SuppressionLifted(String clientId, String accountId, String invoiceId, DecisionBasis basis)
            implements DunningEvent {}

    /**
     * The payer is to be contacted. Until that is over there is no other contact.
     *
     * @param number from 1, of this payer's contacts
     */
    record ContactPlanned(
            String clientId,
            String accountId,
            String reminderId,
            int number,
            ContactChannel channel,
            List<ReminderItem> items,
            Instant plannedAt)
            implements DunningEvent {}

    /** @param at when the payer was contacted; absent when he was not */
    record ContactEnded(String clientId, String accountId, String reminderId, ContactEnd end, Instant at)
            implements DunningEvent {}

    /** How a planned contact ended. */
    enum ContactEnd {
        MADE,
        /** It could not be made that way. */
        FAILED,
        /** It did not fit any more. */
        WITHDRAWN,
        /** A person said no. */
        REJECTED
    }

    /**
     * @param stage   the highest of its items
     * @param segment of payers, whose ladder it follows
     * @param neutral whether it only names facts
     * @param newDate until when payment is asked for, or absent
     * @param needs   who has to agree before it is made
     * @param basis   absent in what was stored before there was one
     */
    record ReminderPlanned(
            String clientId,
            String reminderId,
            String accountId,
            Stage stage,
            ContactChannel channel,
            Tone tone,
            String segment,
            boolean neutral,
            List<ReminderItem> items,
            LocalDate newDate,
            List<Approver> needs,
            List<DunningReason> reasons,
            String policyVersion,
            Instant plannedAt,
            DecisionBasis basis)
            implements DunningEvent {}

    /** One of those who have to agree did. */
    record ReminderAgreed(String clientId, String reminderId, String accountId, Approver approver)
            implements DunningEvent {}

    /** A person wrote it in words of his own; sealed. */
    record ReminderEdited(String clientId, String reminderId, String accountId, String subject, String body)
            implements DunningEvent {}

    record ReminderRejected(String clientId, String reminderId, String accountId, Approver approver)
            implements DunningEvent {}

    /**
     * It was handed to the outbox.
     *
     * @param subject   sealed
     * @param body      sealed
     * @param templates name and version of each text that it was made of
     * @param newDate   that it names, or absent
     */
    record ReminderQueued(
            String clientId,
            String reminderId,
            String accountId,
            String messageId,
            String subject,
            String body,
            List<String> templates,
            LocalDate newDate)
            implements DunningEvent {}

    /** The payer was contacted. */
    record ReminderSent(String clientId, String reminderId, String accountId, Instant at) implements DunningEvent {}

    /**
     * A person called the payer.
     *
     * @param at         when
     * @param spokeWith  sealed; may be absent
     * @param note       sealed; may be absent
     * @param callBackAt when to call again, or absent
     */
    record ReminderCalled(
            String clientId,
            String reminderId,
            String accountId,
            CallOutcome outcome,
            Instant at,
            String spokeWith,
            String note,
            Instant callBackAt)
            implements DunningEvent {}

    /** Whether it left is not known. */
    record ReminderInDoubt(String clientId, String reminderId, String accountId) implements DunningEvent {}

    /** A person found out that it did not leave: it waits to be sent again. */
    record ReminderNotSent(String clientId, String reminderId, String accountId) implements DunningEvent {}

    /** It did not reach the payer; the stages of its invoices are free again. */
    record ReminderFailed(String clientId, String reminderId, String accountId, DeliveryOutcome outcome)
            implements DunningEvent {}

    /** It did not fit any more before it left. */
    record ReminderWithdrawn(String clientId, String reminderId, String accountId, List<DunningReason> reasons)
            implements DunningEvent {}

    /**
     * It asked for what had been paid already.
     *
     * @param receiptId of the money
     * @param bookedOn  on or before the day of the reminder
     */
    record ReminderWrongInHindsight(
            String clientId,
            String reminderId,
            String accountId,
            String invoiceId,
            String receiptId,
            LocalDate bookedOn)
            implements DunningEvent {}
}
