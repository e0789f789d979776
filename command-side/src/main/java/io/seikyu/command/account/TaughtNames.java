package io.seikyu.command.account;

import io.seikyu.contract.id.AccountId;

/** Teaches payers' accounts under which names their money comes in. It is one commit with the running command. */
@FunctionalInterface
public interface TaughtNames {
    /**
     * Says nothing when the payer is known by that name already.
     *
     * @param receiptId of the money by which it came out
     */
    void teach(AccountId payer, String receiptId, String name);
}
