package io.seikyu.contract.account;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;

/** What can be asked of a payer's account. */
public sealed interface AccountCommand extends Command {
    @Override
    AccountId target();

    record OpenAccount(AccountId target, AccountDetails details) implements AccountCommand {}

    record AmendAccount(AccountId target, LocalDate effectiveFrom, String reason, Amendment<AccountDetails> changes)
            implements AccountCommand {}
}
