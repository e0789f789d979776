package io.seikyu.command.delivery;

import io.seikyu.command.message.MessageState;
import io.seikyu.command.task.NewTask;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.task.TaskKind;
import java.util.Map;

/** What people have to do that an invoice reaches its payer. */
final class DeliveryTasks {
    private final Tasks tasks;

    DeliveryTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A letter is posted by a person. */
    void begin(InvoiceId invoice, AccountId payer, MessageId message, Channel channel) {
        if (channel == Channel.LETTER) {
            tasks.open(new NewTask(
                    letter(message),
                    TaskKind.POST_LETTER,
                    invoice,
                    payer,
                    facts(message),
                    null,
                    "Print the invoice (GET /v1/invoices/" + invoice.value() + ", application/pdf) and post it"));
        }
    }

    /** The one before it did not arrive; this one is to. */
    void again(MessageId before) {
        tasks.complete(fix(before), "SENT_AGAIN");
    }

    void tell(InvoiceId invoice, MessageState message, DeliveryOutcome outcome) {
        MessageId id = message.id();
        AccountId payer = new AccountId(message.clientId(), message.accountId());
        if (outcome == DeliveryOutcome.IN_DOUBT) {
            tasks.open(new NewTask(
                    settle(message),
                    TaskKind.SETTLE_DELIVERY,
                    invoice,
                    payer,
                    facts(id),
                    null,
                    "Find out whether the mail left: ask the payer, or look into the mail server's log"));
            return;
        }
        tasks.complete(settle(message), outcome.name());
        tasks.complete(letter(id), outcome.name());
        switch (outcome) {
            case FAILED, BOUNCED, RETURNED ->
                tasks.open(new NewTask(
                        fix(id),
                        TaskKind.FIX_DELIVERY,
                        invoice,
                        payer,
                        facts(id),
                        null,
                        "The invoice did not reach the payer (" + outcome
                                + "): find another address and send it again"));
            case SENT, DELIVERED -> tasks.complete(fix(id), outcome.name());
            default -> {}
        }
    }

    private static Map<String, String> facts(MessageId message) {
        return Map.of("deliveryId", message.value());
    }

    private static TaskId letter(MessageId message) {
        return TaskId.of(message.tenant(), "letter", message.value());
    }

    /** Each attempt may come in doubt. */
    private static TaskId settle(MessageState message) {
        return TaskId.of(message.clientId(), "settle", message.messageId(), message.attempts());
    }

    private static TaskId fix(MessageId message) {
        return TaskId.of(message.tenant(), "fix", message.value());
    }
}
