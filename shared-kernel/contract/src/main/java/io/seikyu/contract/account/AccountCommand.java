package io.seikyu.contract.account;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

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
}
