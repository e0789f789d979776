package io.seikyu.command.invoice;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.invoice.DeliveryWish;
import io.seikyu.contract.message.Channel;
import java.time.LocalDate;

/** Sends invoices to payers. What is sent here is one commit with the invoice. */
public interface DeliveryDesk {
    /**
     * Puts the message that brings the invoice into the outbox.
     *
     * @return the way it goes: the one that is wished for, else the best one that is on file
     * @throws io.seikyu.command.decision.Refusal when the way is wished for and there is no address for it
     */
    Channel send(InvoiceId invoice, AccountId payer, MessageId delivery, int round, DeliveryWish wish, LocalDate today);
}
