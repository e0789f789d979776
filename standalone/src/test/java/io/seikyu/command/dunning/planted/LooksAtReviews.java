package io.seikyu.command.dunning.planted;

import io.seikyu.command.account.CustomerAccount;

/** Breaks a wall on purpose: dunning that looks at what reviews remember. */
public class LooksAtReviews {
    public boolean isNew(CustomerAccount payer) {
        return payer.ledger().contracts().isEmpty();
    }
}
