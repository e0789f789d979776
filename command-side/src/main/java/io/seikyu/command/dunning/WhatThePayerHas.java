package io.seikyu.command.dunning;

import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim.Stage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** What the payer does not have yet is no news to dunning: an invoice that is only approved begins no saga. */
record WhatThePayerHas(EventHandlerInvoker sagas) implements EventHandlerInvoker {
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return sagas.canHandle(message, segment)
                && !(message.getPayload() instanceof ClaimMoved moved && isOnlyApproved(moved));
    }

    static boolean isOnlyApproved(ClaimMoved moved) {
        return moved.claim().stage() == Stage.APPROVED;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return sagas.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        sagas.handle(message, segment);
    }

    @Override
    public boolean supportsReset() {
        return sagas.supportsReset();
    }
}
