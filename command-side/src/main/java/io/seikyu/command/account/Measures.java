package io.seikyu.command.account;

import io.seikyu.contract.account.AccountCommand.TakeMeasure;

/** Who lets a measure wait for its approval. Runs within the running unit of work. */
@FunctionalInterface
public interface Measures {
    /** @throws io.seikyu.command.decision.Refusal when it was not proposed, or does not fit the contract */
    MeasureAsked ask(CustomerAccount payer, TakeMeasure command);
}
