package io.seikyu.command.review;

import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.account.EnteredInvoice.Service;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * No day of an item is billed by two invoices. Between an advance and a final invoice that is as it should be, and so it
 * is with an invoice that this one names as prepaid or preceding. What claims exactly the same is another rule's.
 */
final class PeriodOverlapRule implements ReviewRule {
    /** Of one review: more would say nothing new. */
    private static final int FINDINGS = 10;

    @Override
    public String name() {
        return "period-overlap";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        InvoiceDocument document = facts.document();
        List<Service> billed = BilledDays.of(document);
        String digest = ContentDigest.of(document);
        Set<String> related = new HashSet<>(document.precedingInvoices());
        document.prepaidRefs().forEach(ref -> related.add(ref.invoiceId()));
        List<EnteredInvoice> others = facts.history()
                .others()
                .filter(other -> !related.contains(other.invoiceId()))
                .filter(other -> !complete(other.kind(), document.kind()))
                .filter(other -> !other.contentDigest().equals(digest))
                .filter(other -> overlaps(billed, other))
                .sorted(Comparator.comparing(EnteredInvoice::invoiceId))
                .limit(FINDINGS)
                .toList();
        List<Finding> findings = new ArrayList<>();
        others.forEach(other -> findings.add(finding(document, other)));
        return findings;
    }

    private static boolean complete(Kind one, Kind other) {
        return one == Kind.ADVANCE && other == Kind.FINAL || one == Kind.FINAL && other == Kind.ADVANCE;
    }

    private static boolean overlaps(List<Service> billed, EnteredInvoice other) {
        return other.services().stream()
                .anyMatch(before -> billed.stream().anyMatch(service -> service.overlaps(before)));
    }

    /** At the first line that overlaps. */
    private Finding finding(InvoiceDocument document, EnteredInvoice other) {
        List<Line> lines = document.lines();
        for (int i = 0; i < lines.size(); i++) {
            Service mine = BilledDays.of(document, lines.get(i));
            for (Service before : other.services()) {
                if (lines.get(i).kind() == LineKind.ITEM && mine.overlaps(before)) {
                    return warning(
                            "PERIOD_OVERLAP",
                            "/lines/" + i,
                            null,
                            days(mine),
                            "Invoice " + other.invoiceId() + " bills " + mine.code() + " for "
                                    + days(before).replace("/", " to ")
                                    + " already. Bill each day once, or name that invoice as preceding.");
                }
            }
        }
        throw new IllegalStateException("a span overlaps that no line has");
    }

    private static String days(Service service) {
        return service.from().equals(service.to()) ? service.from().toString() : service.from() + "/" + service.to();
    }
}
