package io.seikyu.contract.account;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** What can be asked of a payer's account. */
public sealed interface AccountCommand extends Command {
    @Override
    AccountId target();

    record OpenAccount(AccountId target, AccountDetails details) implements AccountCommand {}

    record AmendAccount(AccountId target, LocalDate effectiveFrom, String reason, Amendment<AccountDetails> changes)
            implements AccountCommand {}

    /** @param validUntil the last day on which an invoice may cite it */
    record ReserveCredit(
            AccountId target, String reservationId, BigDecimal amount, LocalDate validUntil, LocalDate today)
            implements AccountCommand {}

    record ReleaseReservation(AccountId target, String reservationId) implements AccountCommand {}

    /** Ends a reservation whose last day is over on {@code today}; does nothing to any other. */
    record ExpireReservation(AccountId target, String reservationId, LocalDate today) implements AccountCommand {}

    /** @param until the last day, or null: until it is lifted */
    record HoldDunning(AccountId target, String holdId, String reason, LocalDate until, LocalDate today)
            implements AccountCommand {}

    record LiftHold(AccountId target, String holdId) implements AccountCommand {}

    /** Ends a hold whose last day is over on {@code today}; does nothing to any other. */
    record ExpireHold(AccountId target, String holdId, LocalDate today) implements AccountCommand {}

    /**
     * @param at         when it was spoken
     * @param background null: what was known of it stays
     * @param now        business time
     */
    record RecordCorrespondence(
            AccountId target,
            String correspondenceId,
            CorrespondenceChannel channel,
            CorrespondenceDirection direction,
            Instant at,
            String summary,
            Background background,
            Instant now)
            implements AccountCommand {}

    /**
     * Something was heard of the payer.
     *
     * @param roles of the key that says so
     */
    record RecordSignal(AccountId target, String signalId, Signal signal, Set<Role> roles, LocalDate today)
            implements AccountCommand {}

    /** @param actor the key of whoever judges */
    record JudgeSignal(AccountId target, String signalId, SignalVerdict verdict, String reason, String actor)
            implements AccountCommand {}

    /** @param requestedAmount yen that somebody wants to bill besides what is at risk, or null */
    record ScreenAccount(AccountId target, String screeningId, BigDecimal requestedAmount, LocalDate today)
            implements AccountCommand {}

    /** Screens again because something happened; says nothing when it comes out as before. */
    record ScreenAgain(AccountId target, String screeningId, LocalDate today) implements AccountCommand {}

    /** Looks whether the payer gets slower, and says so once. */
    record WatchPayments(AccountId target, LocalDate today) implements AccountCommand {}

    /** The same company may be insolvent, as was heard elsewhere: somebody is asked to look. */
    record ProposeInsolvencyCheck(AccountId target, LocalDate observedOn) implements AccountCommand {}

    /**
     * A measure that a screening proposed is to bind.
     *
     * @param terms      of payment, or null
     * @param limit      yen, or null
     * @param approvalId that was asked for before, or null
     */
    record TakeMeasure(
            AccountId target,
            String screeningId,
            CreditMeasure measure,
            String contractId,
            LocalDate effectiveFrom,
            PaymentTerms terms,
            BigDecimal limit,
            String reason,
            String approvalId,
            LocalDate today)
            implements AccountCommand {}

    /** Takes back what a person taught when it said what this receipt is for. */
    record ForgetAlias(AccountId target, String receiptId) implements AccountCommand {}

    /** What is known of the persons at this payer's is erased, unless the law keeps it on {@code today}. */
    record ErasePersonalData(AccountId target, String reason, LocalDate today) implements AccountCommand {}
}
