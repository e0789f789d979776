package io.seikyu.contract.invoice;

import io.seikyu.contract.message.Channel;

/**
 * How an invoice is to reach its payer.
 *
 * @param channel null: by mail when the payer's address is on file, else by letter when the postal address is, else
 *                through the client company
 * @param to      where to, instead of what is on file, or null
 */
public record DeliveryWish(Channel channel, String to) {
    public static final DeliveryWish USUAL = new DeliveryWish(null, null);
}
