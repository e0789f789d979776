package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Under 取適法 the payment is due within 60 days from the day on which the delivery was received, and that day counts as
 * the first (起算): what was received on 1 April is due on 30 May at the latest. The day of receipt is the line's day of
 * delivery, else the last day of the transaction.
 */
final class SixtyDaysRule implements ReviewRule {
    private final int days;

    SixtyDaysRule(int days) {
        this.days = days;
    }

    @Override
    public String name() {
        return "sixty-days";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        Optional<LocalDate> received = facts.document().lines().stream()
                .filter(line -> line.kind() == LineKind.ITEM)
                .filter(line ->
                        facts.terms(line).filter(ContractTerms::subcontractLaw).isPresent())
                .map((Line line) -> facts.day(line))
                .min(LocalDate::compareTo);
        LocalDate due = facts.document().dueDate();
        return received.map(first -> first.plusDays(days - 1L))
                .filter(due::isAfter)
                .map(last -> List.of(error(
                        "DUE_DATE_BEYOND_60_DAYS",
                        "/dueDate",
                        last,
                        due,
                        "Under 取適法 what was received on " + received.get() + " is due on " + last
                                + " at the latest. Where the contract says otherwise, amend its terms of payment.")))
                .orElse(List.of());
    }
}
