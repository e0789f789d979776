package io.seikyu.command.dunning;

import io.seikyu.contract.id.AccountId;

/** Has it decided what is to be said to a payer now. */
@FunctionalInterface
interface Deciding {
    /** @param cause the id of the event that may change it */
    void decide(AccountId payer, String cause);
}
