package io.seikyu.command.invoice;

import io.seikyu.contract.message.Channel;

/** A delivery that was asked for. */
public record DeliveryResult(String deliveryId, int round, Channel channel) {}
