package io.seikyu.command.account;

import io.seikyu.command.decision.Effective;
import io.seikyu.contract.account.AccountDetails;

/** A payer as it is kept in memory and in snapshots. Only {@code history} and {@code aliases} hold personal data. */
public record AccountState(
        String id,
        Effective<AccountDetails> history,
        Ledger ledger,
        AccountBook book,
        Aliases aliases,
        Dealings dealings,
        boolean erased) {
    public AccountState(
            String id, Effective<AccountDetails> history, Ledger ledger, AccountBook book, Aliases aliases) {
        this(id, history, ledger, book, aliases, Dealings.NONE, false);
    }
}
