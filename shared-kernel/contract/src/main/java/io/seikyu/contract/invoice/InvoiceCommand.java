package io.seikyu.contract.invoice;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.limitation.LimitationFact;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What can be asked of an invoice. {@code today} is the business date of the asking. */
public sealed interface InvoiceCommand extends Command {
    @Override
    InvoiceId target();

    record SubmitInvoice(InvoiceId target, InvoiceDocument document, LocalDate today) implements InvoiceCommand {}

    record CorrectInvoice(InvoiceId target, InvoiceDocument document, String reason, LocalDate today)
            implements InvoiceCommand {}

    record DecideInvoice(InvoiceId target, boolean approve, String reason, LocalDate today) implements InvoiceCommand {}

    record IssueInvoice(InvoiceId target, DeliveryWish wish, LocalDate today) implements InvoiceCommand {
        public IssueInvoice(InvoiceId target, LocalDate today) {
            this(target, DeliveryWish.USUAL, today);
        }
    }

    /** Sends an issued invoice once more. */
    record RequestDelivery(InvoiceId target, DeliveryWish wish, String reason, LocalDate today)
            implements InvoiceCommand {}

    /** @param amount what is disputed, or null for everything that is open */
    record DisputeInvoice(InvoiceId target, String disputeId, String reason, BigDecimal amount, LocalDate today)
            implements InvoiceCommand {}

    /** @param amount how much is conceded, or null where the outcome says it */
    record ResolveDispute(
            InvoiceId target, String disputeId, DisputeOutcome outcome, BigDecimal amount, String note, LocalDate today)
            implements InvoiceCommand {}

    /**
     * Asks for an approval to give up the claim.
     *
     * @param amount   yen, or null for everything that is open
     * @param byClient whether a person of the client company asks
     */
    record RequestWriteOff(
            InvoiceId target,
            BigDecimal amount,
            WriteOffGround ground,
            String reason,
            boolean byClient,
            LocalDate today)
            implements InvoiceCommand {}

    record CancelInvoice(InvoiceId target, String reason, String replacedBy) implements InvoiceCommand {}

    /**
     * Claims interest or costs beside the invoice.
     *
     * @param upTo   until when interest is claimed; null for costs
     * @param amount of costs; of interest null for all that accrued
     */
    record ClaimCharge(
            InvoiceId target, String chargeId, ChargeKind kind, LocalDate upTo, BigDecimal amount, String reason)
            implements InvoiceCommand {}

    /** Gives up what is open of a claimed charge. */
    record WaiveCharge(InvoiceId target, String chargeId, String reason) implements InvoiceCommand {}

    /** @param today the business date */
    record PromisePayment(InvoiceId target, String promiseId, BigDecimal amount, LocalDate payOn, LocalDate today)
            implements InvoiceCommand {}

    /** Holds the payer to a promise whose day is over on {@code today}; does nothing to any other. */
    record JudgePromise(InvoiceId target, String promiseId, LocalDate today) implements InvoiceCommand {}

    /** @param until until when negotiations were agreed, or null */
    record RecordLimitationFact(
            InvoiceId target,
            String factId,
            LimitationFact.Kind kind,
            LocalDate on,
            LocalDate until,
            String evidence,
            LocalDate today)
            implements InvoiceCommand {}

    record WithdrawLimitationFact(InvoiceId target, String factId, String reason) implements InvoiceCommand {}

    /**
     * Has somebody see to it that the claim is not barred, when its limitation ends soon; does nothing before. Whoever
     * was asked and has nothing to do any more is told so.
     */
    record WatchLimitation(InvoiceId target, LocalDate today) implements InvoiceCommand {}

    record HandBackInvoice(InvoiceId target, String reason, LocalDate today) implements InvoiceCommand {}

    /** @param noticeOn of the notice to the payer, or null */
    record SubrogateInvoice(InvoiceId target, LocalDate paidOn, BigDecimal amount, LocalDate noticeOn, LocalDate today)
            implements InvoiceCommand {}
}
