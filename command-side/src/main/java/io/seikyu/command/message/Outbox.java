package io.seikyu.command.message;

import io.seikyu.contract.message.MessageEvent.MessageQueued;

/** Takes in what is to be sent, in the commit of whoever decided it. */
public interface Outbox {
    /** @throws io.seikyu.command.decision.Refusal when there is a message with this id: the same intent is not sent twice */
    void queue(MessageQueued message);
}
