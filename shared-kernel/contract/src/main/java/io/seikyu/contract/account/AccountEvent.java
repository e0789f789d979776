package io.seikyu.contract.account;

import io.seikyu.contract.Event;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The life of a payer's account with one client company. */
public sealed interface AccountEvent extends Event {
    String clientId();

    String accountId();

    record AccountOpened(String clientId, String accountId, AccountDetails details) implements AccountEvent {}

    /** From {@code effectiveFrom} on {@code details} hold; old payer names stay as aliases for matching. */
    record AccountAmended(
            String clientId, String accountId, LocalDate effectiveFrom, String reason, AccountDetails details)
            implements AccountEvent {}

    /** An invoice to this payer was reviewed or approved; what was known of the same invoice before is replaced. */
    record InvoiceEntered(String clientId, String accountId, EnteredInvoice invoice) implements AccountEvent {}

    /** An invoice claims nothing from this payer any more. */
    record InvoiceLeft(String clientId, String accountId, String invoiceId, Departure cause) implements AccountEvent {}

    /**
     * The client company billed wrongly under this contract, and that is settled.
     *
     * @param invoiceId of the invoice that was wrong
     * @param reference what settled it: the id of the dispute or of the credit note
     */
    record BillingErrorUpheld(
            String clientId,
            String accountId,
            String contractId,
            String invoiceId,
            BillingError cause,
            String reference)
            implements AccountEvent {}

    /**
     * A person said that money under this name is this payer's.
     *
     * @param receiptId of the money by which it came out
     * @param name      as the bank wrote it; it may be somebody else's than the payer's
     */
    record AliasTaught(String clientId, String accountId, String receiptId, String name) implements AccountEvent {}

    /** That was wrong, or does not hold any more. */
    record AliasForgotten(String clientId, String accountId, String receiptId) implements AccountEvent {}

    /**
     * What an invoice claims from this payer, in place of what was known of it.
     *
     * @param unpaid   open after it, over all that the payer has, yen
     * @param approved after it, over all that was approved and is not issued yet, yen
     */
    record ClaimMoved(String clientId, String accountId, Claim claim, BigDecimal unpaid, BigDecimal approved)
            implements AccountEvent {}

    /**
     * The payer objects to an invoice, or has been answered.
     *
     * @param outcome absent while nobody has answered
     * @param on      the day of either
     */
    record DisputeNoted(
            String clientId, String accountId, String invoiceId, String disputeId, DisputeOutcome outcome, LocalDate on)
            implements AccountEvent {}

    /**
     * A promise to pay was kept or broken; said again of the same promise, the last word counts.
     *
     * @param payOn the day that was promised
     */
    record PromiseJudged(
            String clientId, String accountId, String invoiceId, String promiseId, LocalDate payOn, boolean kept)
            implements AccountEvent {}

    /**
     * Credit is kept free for a delivery to come (与信枠の予約).
     *
     * @param amount     yen
     * @param validUntil the last day on which an invoice may cite it
     */
    record CreditReserved(
            String clientId, String accountId, String reservationId, BigDecimal amount, LocalDate validUntil)
            implements AccountEvent {}

    /**
     * A reservation is kept for an invoice that cites it and waits for a decision; it does not expire meanwhile.
     *
     * @param invoiceId absent when it is kept for none any more
     */
    record ReservationAssigned(String clientId, String accountId, String reservationId, String invoiceId)
            implements AccountEvent {}

    /** @param invoiceId which used it up; absent for another end */
    record ReservationEnded(
            String clientId, String accountId, String reservationId, ReservationEnd cause, String invoiceId)
            implements AccountEvent {}

    /** The payer was screened: its grade and limit hold from now on. */
    record CreditScreened(String clientId, String accountId, Screening screening) implements AccountEvent {}

    /** Something was heard of the payer. It changes no limit by itself. */
    record SignalRecorded(String clientId, String accountId, String signalId, Signal signal) implements AccountEvent {}

    /**
     * The payer is insolvent (倒産): its limit is zero from now on.
     *
     * @param signalId   that said so
     * @param observedOn what was delivered after this day is not covered, though it was reserved
     */
    record InsolvencyRecorded(
            String clientId,
            String accountId,
            String signalId,
            String proceeding,
            LocalDate observedOn,
            LocalDate filingDeadline)
            implements AccountEvent {}

    /** It turned out to be an error, or the proceeding is over: the payer has no limit until it is screened again. */
    record InsolvencyLifted(String clientId, String accountId, String reason) implements AccountEvent {}

    /**
     * Nothing more is covered of this payer until the hold is lifted, whatever screenings say.
     *
     * @param reason a code, fit for a client company
     */
    record CreditHeld(String clientId, String accountId, String reason) implements AccountEvent {}

    record CreditHoldLifted(String clientId, String accountId, String reason) implements AccountEvent {}

    /**
     * Nobody reminds the payer any more until the hold has ended (督促の保留).
     *
     * @param reason in a person's words; sealed
     * @param until  the last day; absent: until it is lifted
     */
    record DunningHeld(String clientId, String accountId, String holdId, String reason, LocalDate until)
            implements AccountEvent {}

    record DunningHoldEnded(String clientId, String accountId, String holdId, HoldEnd cause) implements AccountEvent {}

    /**
     * Somebody spoke with the payer (交渉記録).
     *
     * @param summary    what was said; sealed
     * @param background why the payer is late, as far as it said, or null
     */
    record CorrespondenceRecorded(
            String clientId,
            String accountId,
            String correspondenceId,
            CorrespondenceChannel channel,
            CorrespondenceDirection direction,
            Instant at,
            String summary,
            Background background)
            implements AccountEvent {}

    /**
     * The keys of this person's data are to be deleted (個人情報の消去): what they sealed reads as erased from here on,
     * wherever it stands in the log.
     *
     * @param reason   in a person's words, and kept: it must name nobody
     * @param subjects whose keys; the account, and what was only later known to be of this payer
     */
    record PersonalDataErased(String clientId, String accountId, String reason, List<String> subjects)
            implements AccountEvent {}

    /** Why a hold is over. */
    enum HoldEnd {
        LIFTED,
        EXPIRED
    }

    /**
     * The payer has another grade than before, or its first. Said beside the screening, whose other parts are for the
     * agency alone.
     *
     * @param before      absent for the first
     * @param creditLimit yen
     * @param reasons     codes, fit for a client company
     */
    record GradeGiven(
            String clientId,
            String accountId,
            String screeningId,
            CreditGrade before,
            CreditGrade grade,
            BigDecimal creditLimit,
            List<String> reasons)
            implements AccountEvent {}

    /** @param reason in a person's words, sealed */
    record SignalJudged(String clientId, String accountId, String signalId, SignalVerdict verdict, String reason)
            implements AccountEvent {}

    /**
     * The payer surely pays later and later (早期警戒).
     *
     * @param invoices     that it was taken from
     * @param daysPerMonth days later per month: the median slope (Theil–Sen)
     * @param low          lower end of its interval of confidence
     * @param high         upper end
     */
    record SlowdownNoticed(
            String clientId,
            String accountId,
            LocalDate noticedOn,
            int invoices,
            BigDecimal daysPerMonth,
            BigDecimal low,
            BigDecimal high)
            implements AccountEvent {}

    /**
     * A measure that a screening proposed binds now, by an amendment of the contract.
     *
     * @param approvalId that allowed it
     */
    record MeasureTaken(
            String clientId,
            String accountId,
            String screeningId,
            CreditMeasure measure,
            String contractId,
            LocalDate effectiveFrom,
            String approvalId)
            implements AccountEvent {}

    /** Why a reservation is over. */
    enum ReservationEnd {
        /** By an invoice, which claims the credit now. */
        USED,
        RELEASED,
        EXPIRED
    }

    /** Why an invoice left. */
    enum Departure {
        REJECTED,
        CANCELLED,
        /** A correction names another payer. */
        MOVED
    }

    /** How it came out that an invoice was wrong. */
    enum BillingError {
        DISPUTE_UPHELD,
        CREDIT_NOTE
    }
}
