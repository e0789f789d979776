package io.seikyu.contract.account;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
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

    /** Takes back what a person taught when it said what this receipt is for. */
    record ForgetAlias(AccountId target, String receiptId) implements AccountCommand {}
}
