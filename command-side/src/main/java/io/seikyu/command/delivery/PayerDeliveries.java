package io.seikyu.command.delivery;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.invoice.DeliveryDesk;
import io.seikyu.command.message.Outbox;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.invoice.DeliveryWish;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Invoices as messages to their payers, to the addresses that are on file on the day. */
public final class PayerDeliveries implements DeliveryDesk {
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Accounts accounts;
    private final Outbox outbox;
    private final DeliveryTasks tasks;

    PayerDeliveries(Accounts accounts, Outbox outbox, DeliveryTasks tasks) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.tasks = tasks;
    }

    @Override
    public Channel send(
            InvoiceId invoice, AccountId payer, MessageId delivery, int round, DeliveryWish wish, LocalDate today) {
        CustomerAccount account = accounts.get(payer);
        AccountDetails details = account.detailsOn(today);
        Channel channel = wish.channel() == null ? usual(account, details) : wish.channel();
        if (account.contactStopped() && channel != Channel.CLIENT) {
            throw Refusal.conflict(
                    "contact-stopped",
                    "the payer is insolvent, nobody contacts it any more: let the client company hand the invoice to"
                            + " whoever administers the proceeding (deliverBy CLIENT)");
        }
        if (wish.to() != null && wish.channel() == null) {
            throw wrong("/to", "needs deliverBy beside it");
        }
        outbox.queue(new MessageQueued(
                invoice.tenant(),
                delivery.value(),
                payer.value(),
                Purpose.INVOICE_DELIVERY,
                channel,
                List.of(new Reference("invoice", invoice.value())),
                to(channel, wish.to(), details),
                round));
        tasks.begin(invoice, payer, delivery, channel);
        if (round > 1) {
            tasks.again(MessageId.of(invoice.tenant(), "invoice", invoice.value(), round - 1));
        }
        return channel;
    }

    private static Channel usual(CustomerAccount account, AccountDetails details) {
        if (account.contactStopped()) {
            return Channel.CLIENT;
        }
        if (details.email() != null) {
            return Channel.MAIL;
        }
        return details.postalAddress() != null ? Channel.LETTER : Channel.CLIENT;
    }

    private static List<String> to(Channel channel, String wish, AccountDetails details) {
        return switch (channel) {
            case MAIL -> List.of(mailAddress(wish == null ? details.email() : wish));
            case LETTER -> List.of(postalAddress(wish == null ? details.postalAddress() : wish));
            case CLIENT -> {
                if (wish != null) {
                    throw wrong("/to", "is not used when the client company hands the invoice over");
                }
                yield List.of();
            }
        };
    }

    private static String mailAddress(String address) {
        if (address == null) {
            throw missing(
                    "no mail address of the payer is on file: give one by 'to', or by an amendment of the account");
        }
        if (!MAIL_ADDRESS.matcher(address).matches()) {
            throw wrong("/to", "must be an address of mail");
        }
        return address;
    }

    private static String postalAddress(String address) {
        if (address == null) {
            throw missing(
                    "no postal address of the payer is on file: give one by 'to', or by an amendment of the account");
        }
        return address;
    }

    private static Refusal missing(String why) {
        return Refusal.invalid(
                "delivery-address-missing", why, List.of(new Fault("/to", "required", "is not on file either")));
    }

    private static Refusal wrong(String pointer, String why) {
        return Refusal.invalid("delivery-address-invalid", "'to' " + why, List.of(new Fault(pointer, "invalid", why)));
    }
}
