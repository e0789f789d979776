package io.seikyu.command.invoice;

import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.GenerationalKey;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What was handed in before, as the log has it: whether a document that comes again is the same. */
public final class EarlierInvoices {
    private static final int BATCH = 256;

    private final EventLog log;
    private final EventCodec codec;

    public EarlierInvoices(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * Whether {@code document} was handed in for this invoice, at first or as a correction. A name that was erased
     * meanwhile may have been any.
     */
    public boolean holds(InvoiceId invoice, InvoiceDocument document) {
        JsonNode wanted = json(document);
        long next = 0;
        while (true) {
            List<StoredEvent> events = log.readStream(invoice.toString(), next, BATCH);
            for (StoredEvent stored : events) {
                if (document(stored.event()).map(EarlierInvoices::json).stream()
                        .anyMatch(held -> areSame(held, wanted))) {
                    return true;
                }
            }
            if (events.size() < BATCH) {
                return false;
            }
            next += BATCH;
        }
    }

    /** Who has this number now. */
    public Optional<InvoiceId> holderOf(String tenant, String number) {
        InvoiceNumber compared = InvoiceNumber.of(number);
        GenerationalKey key = ClaimedInvoiceNumbers.key(tenant, compared);
        Optional<Integer> generation = GenerationalKey.heldGeneration(log, key.name());
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong position = log.holderOf(key.held(generation.get()));
        return log.read(position.orElseThrow(), 1).get(0).commit().events().stream()
                .flatMap(event -> holder(event, tenant, compared))
                .findFirst();
    }

    private Stream<InvoiceId> holder(NewEvent event, String tenant, InvoiceNumber number) {
        return document(event)
                .filter(document -> InvoiceNumber.of(document.invoiceNumber()).equals(number))
                .map(document -> new InvoiceId(
                        tenant, event.stream().substring(event.stream().lastIndexOf('/') + 1)))
                .stream();
    }

    private Optional<InvoiceDocument> document(NewEvent event) {
        if (!event.type().equals("invoice.submitted") && !event.type().equals("invoice.corrected")) {
            return Optional.empty();
        }
        Object decoded = codec.decode(event.type(), event.revision(), event.payload());
        return Optional.of(
                decoded instanceof InvoiceSubmitted submitted
                        ? submitted.document()
                        : ((InvoiceCorrected) decoded).document());
    }

    /** 100 and 100.0 are one amount, which they are not as objects. */
    private static JsonNode json(InvoiceDocument document) {
        return EventJson.mapper().readTree(EventJson.mapper().writeValueAsBytes(document));
    }

    private static boolean areSame(JsonNode held, JsonNode wanted) {
        if (held.isObject() && wanted.isObject()) {
            return held.size() == wanted.size()
                    && held.properties().stream()
                            .allMatch(field -> areSame(field.getValue(), wanted.path(field.getKey())));
        }
        if (held.isArray() && wanted.isArray()) {
            boolean same = held.size() == wanted.size();
            for (int i = 0; same && i < held.size(); i++) {
                same = areSame(held.get(i), wanted.get(i));
            }
            return same;
        }
        return held.isString() && held.stringValue().equals(EventCodec.ERASED) || Objects.equals(held, wanted);
    }
}
