package io.seikyu.contract.account;

import io.seikyu.contract.Event;
import java.time.LocalDate;

/** The life of a payer's account with one client company. */
public sealed interface AccountEvent extends Event {
    String clientId();

    String accountId();

    record AccountOpened(String clientId, String accountId, AccountDetails details) implements AccountEvent {}

    /** From {@code effectiveFrom} on {@code details} hold; old payer names stay as aliases for matching. */
    record AccountAmended(
            String clientId, String accountId, LocalDate effectiveFrom, String reason, AccountDetails details)
            implements AccountEvent {}
}
