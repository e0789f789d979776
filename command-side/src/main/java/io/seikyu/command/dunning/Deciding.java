package io.seikyu.command.dunning;

import io.seikyu.contract.id.AccountId;
import org.axonframework.eventhandling.EventMessage;

/** Has it decided what is to be said to a payer now. */
@FunctionalInterface
interface Deciding {
    /**
     * @param cause     the event that may change it
     * @param invoiceId of the claim that moved, or null
     */
    void decide(AccountId payer, EventMessage<?> cause, String invoiceId);
}
