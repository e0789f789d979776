package io.seikyu.command.invoice;

import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.message.DeliveryOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often an invoice was sent to its payer, and what became of it each time. */
public record Deliveries(List<Delivery> all) {
    static final Deliveries NONE = new Deliveries(List.of());

    /** @param outcome null while nothing is known */
    public record Delivery(String deliveryId, DeliveryOutcome outcome) {
        boolean isOpen() {
            return outcome == null || outcome.isOpen();
        }
    }

    int nextRound() {
        return all.size() + 1;
    }

    static MessageId message(InvoiceId invoice, int round) {
        return MessageId.of(invoice.tenant(), "invoice", invoice.value(), round);
    }

    /** One of which something is still to come. */
    Optional<Delivery> open() {
        return all.stream().filter(Delivery::isOpen).findFirst();
    }

    /** Whether it may be relied upon that the payer has the invoice. */
    public boolean arrived() {
        return all.stream()
                .anyMatch(delivery ->
                        delivery.outcome() != null && delivery.outcome().hasArrived());
    }

    Deliveries with(DeliveryRequested event) {
        List<Delivery> more = new ArrayList<>(all);
        more.add(new Delivery(event.deliveryId(), null));
        return new Deliveries(List.copyOf(more));
    }

    Deliveries with(DeliveryRecorded event) {
        return new Deliveries(all.stream()
                .map(delivery -> delivery.deliveryId().equals(event.deliveryId())
                        ? new Delivery(delivery.deliveryId(), event.outcome())
                        : delivery)
                .toList());
    }
}
