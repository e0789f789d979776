package io.seikyu.command.plan;

import io.seikyu.command.plan.InstalmentPlans.Next;
import io.seikyu.command.plan.PlannedInvoices.Covered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which instalment asks how much of which invoice: what is still to come goes to the invoices in the order of their age. */
final class PlanShares {
    private PlanShares() {}

    static Optional<Next> next(PlanState plan, List<Covered> covered, String invoiceId, LocalDate today) {
        List<Covered> byAge = covered.stream()
                .sorted(Comparator.comparing(Covered::dueDate)
                        .thenComparing(it -> it.id().value()))
                .toList();
        BigDecimal from = BigDecimal.ZERO;
        for (Covered invoice : byAge) {
            if (invoice.id().value().equals(invoiceId)) {
                return next(plan, covered, from, from.add(invoice.open()), today);
            }
            from = from.add(invoice.open());
        }
        return Optional.empty();
    }

    /** @param from to: the invoice's place in what is still open of all */
    private static Optional<Next> next(
            PlanState plan, List<Covered> covered, BigDecimal from, BigDecimal to, LocalDate today) {
        BigDecimal open = covered.stream().map(Covered::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid = plan.total().subtract(open);
        Next next = null;
        for (int number = 1; number <= plan.schedule().size(); number++) {
            LocalDate day = plan.schedule().get(number - 1).dueDate();
            BigDecimal amount = plan.dueWith(number).subtract(paid).min(to).subtract(from);
            if (amount.signum() > 0 && (next == null || day.isBefore(today))) {
                next = new Next(plan.planId(), next == null ? day : next.dueDate(), amount);
            }
        }
        return Optional.ofNullable(next);
    }
}
