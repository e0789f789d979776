package io.seikyu.command.dunning;

import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import java.lang.reflect.Executable;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;

/** Whom an event concerns: the payer of a client company. */
public final class OfPayer implements AssociationResolver {
    @Override
    public <T> void validate(String associationPropertyName, MessageHandlingMember<T> handler) {
        Class<?> payload = handler.payloadType();
        boolean known = AccountEvent.class.isAssignableFrom(payload)
                || DunningEvent.class.isAssignableFrom(payload)
                || payload == DeliveryRecorded.class
                || payload == DisputeResolved.class
                || payload == PaymentPromised.class
                || payload == InvoiceHandedBack.class
                || payload == ReplacementBegun.class
                || payload == ReplacementEnded.class
                || payload == InvoiceSubrogated.class
                || payload == CreditNoteSubmitted.class
                || payload == PayerIdentified.class;
        if (!known) {
            throw new IllegalArgumentException("of which payer is " + payload + " in "
                    + handler.unwrap(Executable.class).map(Executable::getName).orElse("?"));
        }
    }

    @Override
    public <T> Object resolve(
            String associationPropertyName, EventMessage<?> message, MessageHandlingMember<T> handler) {
        return payer(message.getPayload()).toString();
    }

    private static AccountId payer(Object event) {
        if (event instanceof AccountEvent of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof DunningEvent of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof DeliveryRecorded of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof DisputeResolved of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof PaymentPromised of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof CreditNoteSubmitted of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof InvoiceHandedBack of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof ReplacementBegun of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof ReplacementEnded of) {
            return new AccountId(of.clientId(), of.accountId());
        } else if (event instanceof InvoiceSubrogated of) {
            return new AccountId(of.clientId(), of.accountId());
        }
        PayerIdentified of = (PayerIdentified) event;
        return new AccountId(of.clientId(), of.accountId());
    }
}
