package io.seikyu.contract.invoice;

import io.seikyu.contract.Event;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.limitation.LimitationFact;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.plan.PlanEnd;
import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The life of an invoice (請求書), from submission to the last yen. */
public sealed interface InvoiceEvent extends Event {
    String clientId();

    String invoiceId();

    /**
     * @param numberGeneration which claim on the invoice number this submission holds, or null when the number was
     *                         taken
     * @param personalRecipient whether the recipient's name is a natural person's
     * @param personalIssuer    whether the issuer's name is a natural person's
     */
    record InvoiceSubmitted(
            String clientId,
            String invoiceId,
            InvoiceDocument document,
            Integer numberGeneration,
            boolean personalRecipient,
            boolean personalIssuer)
            implements InvoiceEvent {}

    /** A whole new document in place of the one before; both stay in the history. */
    record InvoiceCorrected(
            String clientId,
            String invoiceId,
            int version,
            InvoiceDocument document,
            String reason,
            Integer numberGeneration,
            boolean personalRecipient,
            boolean personalIssuer)
            implements InvoiceEvent {}

    /**
     * @param version       which version of the document was reviewed, from 1
     * @param facts         what was looked at: ids and features by name
     * @param policyVersion the review policy, with the revision of each rule that ran
     * @param findings      how many were found, errors and warnings together
     */
    record InvoiceReviewed(
            String clientId,
            String invoiceId,
            int version,
            Outcome outcome,
            String policyVersion,
            List<String> rules,
            Map<String, String> facts,
            int findings)
            implements InvoiceEvent {}

    /** One finding of the review before it. */
    record DiscrepancyFound(String clientId, String invoiceId, int version, Finding finding) implements InvoiceEvent {}

    /**
     * How much of it the agency bears the risk of; said again when another review, or a person's approval, comes to
     * another result. Nothing is said of a payer that nobody has screened.
     *
     * @param version of the document
     */
    record CoverageDecided(String clientId, String invoiceId, int version, Coverage coverage) implements InvoiceEvent {}

    /** @param reason a person's reason; absent when the review found nothing */
    record InvoiceApproved(String clientId, String invoiceId, int version, boolean byPerson, String reason)
            implements InvoiceEvent {}

    record InvoiceRejected(String clientId, String invoiceId, int version, String reason) implements InvoiceEvent {}

    record InvoiceIssued(String clientId, String invoiceId, LocalDate issuedOn, LocalDate dueDate, BigDecimal payable)
            implements InvoiceEvent {}

    /** @param balance what is still open after this payment */
    record PaymentReceived(
            String clientId,
            String invoiceId,
            String receiptId,
            LocalDate bookedOn,
            BigDecimal amount,
            BigDecimal balance)
            implements InvoiceEvent {}

    /**
     * The payer kept something back and was right to: no money came in for it, and nothing of it is open any more.
     *
     * @param receiptId the payment that it was kept back from
     * @param balance   what is still open after it
     */
    record InvoiceDeducted(
            String clientId,
            String invoiceId,
            String receiptId,
            LocalDate bookedOn,
            Deduction.Kind kind,
            BigDecimal amount,
            BigDecimal balance)
            implements InvoiceEvent {}

    /**
     * The payer paid something that had been written off (償却債権の取立). The balance does not change by it.
     *
     * @param left what of the invoice is still written off
     */
    record InvoiceRecovered(
            String clientId, String invoiceId, String receiptId, LocalDate bookedOn, BigDecimal amount, BigDecimal left)
            implements InvoiceEvent {}

    /**
     * Money that came in before was set off when the invoice was issued. What is payable is already less by it.
     *
     * @param amount yen
     */
    record PrepaymentSetOff(String clientId, String invoiceId, String receiptId, LocalDate bookedOn, BigDecimal amount)
            implements InvoiceEvent {}

    /**
     * All that a receipt paid of this invoice is open again.
     *
     * @param amount   principal that the money had paid, or that was set off
     * @param deducted what was kept back beside it
     * @param charges  what it had paid of claimed charges
     * @param recovered what it had paid of what was written off, which is written off again
     * @param balance  what is open after it
     */
    record PaymentUndone(
            String clientId,
            String invoiceId,
            String receiptId,
            BigDecimal amount,
            BigDecimal deducted,
            List<ChargePart> charges,
            BigDecimal recovered,
            BigDecimal balance,
            String reason)
            implements InvoiceEvent {}

    /**
     * Interest or costs are claimed beside the invoice. Its balance is principal alone and stays.
     *
     * @param upTo   until when interest is claimed; absent for costs
     * @param rate   percent a year, absent for costs
     */
    record ChargeClaimed(
            String clientId,
            String invoiceId,
            String chargeId,
            ChargeKind kind,
            BigDecimal amount,
            LocalDate upTo,
            BigDecimal rate,
            String reason)
            implements InvoiceEvent {}

    /** @param open what is still open of the charge */
    record ChargePaid(
            String clientId,
            String invoiceId,
            String chargeId,
            String receiptId,
            LocalDate bookedOn,
            BigDecimal amount,
            BigDecimal open)
            implements InvoiceEvent {}

    /** @param amount what was open of the charge and is not asked for any more */
    record ChargeWaived(String clientId, String invoiceId, String chargeId, BigDecimal amount, String reason)
            implements InvoiceEvent {}

    /** The balance is zero. */
    record InvoicePaid(String clientId, String invoiceId, LocalDate paidOn) implements InvoiceEvent {}

    /**
     * The payer promises to pay (支払約束).
     *
     * @param amount  yen
     * @param lastDay the banking day on which it can come in at the latest
     */
    record PaymentPromised(
            String clientId,
            String invoiceId,
            String accountId,
            String promiseId,
            BigDecimal amount,
            LocalDate payOn,
            LocalDate lastDay)
            implements InvoiceEvent {}

    /** @param missing what of it did not come in in time, yen */
    record PromiseSettled(
            String clientId,
            String invoiceId,
            String accountId,
            String promiseId,
            PromiseOutcome outcome,
            BigDecimal missing)
            implements InvoiceEvent {}

    /**
     * The payer objects.
     *
     * @param reason in the payer's words; sealed
     * @param amount that is disputed, yen
     */
    record InvoiceDisputed(
            String clientId, String invoiceId, String accountId, String disputeId, String reason, BigDecimal amount)
            implements InvoiceEvent {}

    /**
     * @param amount how much of it is conceded, yen
     * @param note   sealed
     */
    record DisputeResolved(
            String clientId,
            String invoiceId,
            String accountId,
            String disputeId,
            DisputeOutcome outcome,
            BigDecimal amount,
            String note)
            implements InvoiceEvent {}

    /**
     * A credit note was issued that gives back some of it.
     *
     * @param number  of the credit note
     * @param taxes   the sums of each rate that are given back
     * @param amount  with tax, yen
     * @param balance what is still open after it
     * @param excess  how much of {@code amount} was not open any more, because it was paid already
     */
    record InvoiceCredited(
            String clientId,
            String invoiceId,
            String creditNoteId,
            String number,
            List<TaxTotal> taxes,
            BigDecimal amount,
            BigDecimal balance,
            BigDecimal excess)
            implements InvoiceEvent {}

    /**
     * The claim, or a part of it, was given up.
     *
     * @param approvalId what approved it; it holds the reasons
     * @param amount     yen
     * @param balance    what is still open after it; zero ends the claim
     */
    record InvoiceWrittenOff(
            String clientId,
            String invoiceId,
            String approvalId,
            WriteOffGround ground,
            LocalDate writtenOffOn,
            BigDecimal amount,
            BigDecimal balance)
            implements InvoiceEvent {}

    /**
     * Something that moves the end of the limitation period (時効). A part payment is one too, and is heard of as such.
     *
     * @param until    until when negotiations were agreed; may be absent
     * @param evidence what proves it, and where it is kept; sealed
     */
    record LimitationFactRecorded(
            String clientId,
            String invoiceId,
            String accountId,
            String factId,
            LimitationFact.Kind kind,
            LocalDate on,
            LocalDate until,
            String evidence)
            implements InvoiceEvent {}

    /**
     * Another invoice is under way that is to take its place (修正インボイス): nobody is reminded of what is about to change.
     *
     * @param by that invoice
     */
    record ReplacementBegun(String clientId, String invoiceId, String accountId, String by) implements InvoiceEvent {}

    /** It is under way no more: it was issued, rejected, cancelled, or corrected to follow another one. */
    record ReplacementEnded(String clientId, String invoiceId, String accountId, String by) implements InvoiceEvent {}

    /**
     * What was recorded of the limitation period did not happen so.
     *
     * @param reason sealed
     */
    record LimitationFactWithdrawn(String clientId, String invoiceId, String accountId, String factId, String reason)
            implements InvoiceEvent {}

    /** Collecting it is the client company's own business again (返還): nobody is reminded of it any more. */
    record InvoiceHandedBack(String clientId, String invoiceId, String accountId, LocalDate handedBackOn, String reason)
            implements InvoiceEvent {}

    /**
     * The agency paid the client company what it had guaranteed, and the claim is the agency's by so much (代位弁済). Said
     * again when the payer is given notice later.
     *
     * @param noticeOn the day of the notice to the payer (民法 467, 500); absent: not yet
     */
    record InvoiceSubrogated(
            String clientId,
            String invoiceId,
            String accountId,
            LocalDate paidOn,
            BigDecimal amount,
            LocalDate noticeOn)
            implements InvoiceEvent {}

    /** It is paid in instalments; the plan's acknowledgement stands in the same commit. */
    record InvoicePutOnPlan(String clientId, String invoiceId, String accountId, String planId, boolean interestWaived)
            implements InvoiceEvent {}

    record InvoiceTakenOffPlan(String clientId, String invoiceId, String accountId, String planId, PlanEnd end)
            implements InvoiceEvent {}

    record InvoiceCancelled(String clientId, String invoiceId, String reason, String replacedBy)
            implements InvoiceEvent {}

    /**
     * It is to reach the payer; the message that brings it stands in the same commit.
     *
     * @param deliveryId the message's id
     * @param round      from 1
     * @param reason     why it is sent again; absent the first time
     */
    record DeliveryRequested(
            String clientId, String invoiceId, String deliveryId, int round, Channel channel, String reason)
            implements InvoiceEvent {}

    /**
     * What became of a delivery, in the commit in which its message heard of it.
     *
     * @param accountId the payer, whose key seals the note
     * @param at        when it happened, as whoever recorded it says; may be absent
     */
    record DeliveryRecorded(
            String clientId,
            String invoiceId,
            String accountId,
            String deliveryId,
            DeliveryOutcome outcome,
            Instant at,
            String note)
            implements InvoiceEvent {}

    /**
     * A reminder of this invoice is about to leave: the commit claims the stage, and nothing else speaks for it until it
     * is known what became of the reminder.
     *
     * @param generation of the claim: how often a reminder of this invoice did not leave after all
     * @param amount     asked for, yen
     */
    record ReminderConfirmed(
            String clientId,
            String invoiceId,
            String reminderId,
            Stage stage,
            ContactChannel channel,
            int round,
            int generation,
            BigDecimal amount)
            implements InvoiceEvent {}

    /**
     * The payer was reminded of this invoice (督促).
     *
     * @param on      the business date
     * @param newDate that was named, or absent
     */
    record InvoiceReminded(
            String clientId,
            String invoiceId,
            String reminderId,
            Stage stage,
            ContactChannel channel,
            int round,
            LocalDate on,
            LocalDate newDate)
            implements InvoiceEvent {}

    /** The reminder did not leave, or did not arrive: its stage is free again. */
    record ReminderReleased(String clientId, String invoiceId, String reminderId, int generation)
            implements InvoiceEvent {}

    /** What a review leads to. */
    enum Outcome {
        APPROVED,
        IN_REVIEW,
        DISCREPANT
    }
}
