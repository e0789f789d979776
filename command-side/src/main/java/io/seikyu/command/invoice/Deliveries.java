package io.seikyu.command.invoice;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.message.DeliveryOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How often an invoice was sent to its payer, and what became of it each time. */
public record Deliveries(List<Delivery> all) {
    static final Deliveries NONE = new Deliveries(List.of());

    /**
     * @param outcome null while nothing is known
     * @param on      the day of the outcome, or null
     */
    public record Delivery(String deliveryId, DeliveryOutcome outcome, LocalDate on) {
        boolean hasArrived() {
            return outcome != null && outcome.hasArrived();
        }

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
        return all.stream().anyMatch(Delivery::hasArrived);
    }

    /** Since when; null while it may not. */
    public LocalDate reachedOn() {
        return all.stream()
                .filter(Delivery::hasArrived)
                .map(Delivery::on)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    Deliveries with(DeliveryRequested event) {
        List<Delivery> more = new ArrayList<>(all);
        more.add(new Delivery(event.deliveryId(), null, null));
        return new Deliveries(List.copyOf(more));
    }

    /** @param recorded when it was heard; counts where nobody says when it happened */
    Deliveries with(DeliveryRecorded event, Instant recorded) {
        LocalDate on = BusinessDay.of(event.at() == null ? recorded : event.at());
        return new Deliveries(all.stream()
                .map(delivery -> delivery.deliveryId().equals(event.deliveryId())
                        ? new Delivery(delivery.deliveryId(), event.outcome(), on)
                        : delivery)
                .toList());
    }
}
