package io.seikyu.command.message;

import io.seikyu.contract.message.Channel;

/** What became of a message by a command. */
public record MessageResult(String deliveryId, Channel channel, MessageStatus status) {
    static MessageResult of(MessageState state) {
        return new MessageResult(state.messageId(), state.channel(), state.status());
    }
}
