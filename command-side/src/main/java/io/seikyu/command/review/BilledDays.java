package io.seikyu.command.review;

import io.seikyu.contract.account.EnteredInvoice.Service;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which items an invoice bills for which days: the day of delivery where a line names one, else the whole period. */
final class BilledDays {
    /** Of one invoice; deliveries on days that follow each other are one span. */
    static final int SPANS = 200;

    private static final Comparator<Service> ORDER = Comparator.comparing(Service::contractId)
            .thenComparing(Service::code)
            .thenComparing(Service::from)
            .thenComparing(Service::to);

    private BilledDays() {}

    static Service of(InvoiceDocument document, Line line) {
        String contract = line.contractId() == null ? document.contractId() : line.contractId();
        return line.deliveredOn() == null
                ? new Service(contract, line.code(), document.transactionFrom(), document.transactionTo())
                : new Service(contract, line.code(), line.deliveredOn(), line.deliveredOn());
    }

    /** All of an invoice, joined where they touch, and no more than {@value #SPANS}. */
    static List<Service> of(InvoiceDocument document) {
        List<Service> sorted = document.lines().stream()
                .filter(line -> line.kind() == LineKind.ITEM)
                .map(line -> of(document, line))
                .sorted(ORDER)
                .toList();
        List<Service> joined = new ArrayList<>();
        for (Service next : sorted) {
            Service last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && touch(last, next)) {
                joined.set(joined.size() - 1, join(last, next));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined.subList(0, Math.min(SPANS, joined.size())));
    }

    private static boolean touch(Service one, Service next) {
        return one.contractId().equals(next.contractId())
                && one.code().equals(next.code())
                && !next.from().minusDays(1).isAfter(one.to());
    }

    private static Service join(Service one, Service next) {
        return new Service(
                one.contractId(), one.code(), one.from(), next.to().isAfter(one.to()) ? next.to() : one.to());
    }
}
