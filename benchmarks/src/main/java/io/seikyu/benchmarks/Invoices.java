package io.seikyu.benchmarks;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * The events that are written: a submitted invoice with two lines, about 1 KB as JSON, of a corporate payer, so that
 * nothing in it is sealed (no peer seals anything).
 */
final class Invoices {
    private static final String CLIENT = "c-bench";
    private static final InvoiceDocument DOCUMENT = document();

    private Invoices() {}

    static String stream(String name) {
        return CLIENT + "/invoice/" + name;
    }

    static DomainEventMessage<?> event(String stream, long sequence) {
        InvoiceSubmitted payload =
                new InvoiceSubmitted(CLIENT, stream.substring(stream.lastIndexOf('/') + 1), DOCUMENT, 1, false, false);
        String cause = stream + '/' + sequence;
        return new GenericDomainEventMessage<>(
                "invoice",
                stream,
                sequence,
                payload,
                Map.of("actor", "k-17", "tenant", CLIENT, "correlationId", cause, "causationId", cause));
    }

    static List<DomainEventMessage<?>> events(String stream, long firstSequence, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(stream, firstSequence + i));
        }
        return events;
    }

    private static InvoiceDocument document() {
        LocalDate day = LocalDate.of(2026, 10, 31);
        return new InvoiceDocument(
                "2026-10-000123",
                "a-4711",
                "ct-0815",
                Kind.STANDARD,
                LocalDate.of(2026, 10, 1),
                day,
                day,
                LocalDate.of(2026, 11, 30),
                new Issuer("株式会社丸山製作所", "T7000012050002"),
                new Recipient("有限会社北斗商店"),
                List.of(
                        line("SVC-01", "保守サービス 10月分", "1", "120000", "120000", TaxCategory.STANDARD, day),
                        line("WTR-05", "飲料水 20L", "6", "1200", "7200", TaxCategory.REDUCED, day)),
                List.of(),
                List.of(
                        new TaxTotal(TaxCategory.STANDARD, yen("10"), yen("120000"), yen("12000")),
                        new TaxTotal(TaxCategory.REDUCED, yen("8"), yen("7200"), yen("576"))),
                yen("139776"),
                List.of(),
                null,
                yen("139776"),
                List.of(),
                null);
    }

    private static Line line(
            String code,
            String description,
            String quantity,
            String price,
            String amount,
            TaxCategory tax,
            LocalDate day) {
        return new Line(LineKind.ITEM, code, description, yen(quantity), yen(price), yen(amount), tax, null, day);
    }

    private static BigDecimal yen(String value) {
        return new BigDecimal(value);
    }
}
