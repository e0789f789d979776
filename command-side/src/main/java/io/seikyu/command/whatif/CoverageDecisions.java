package io.seikyu.command.whatif;

import io.seikyu.command.invoice.Covering;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How much of an invoice the agency bears the risk of, decided once more when a person approves it. */
final class CoverageDecisions implements DecisionKind {
    private final BankCalendar calendar;

    CoverageDecisions(BankCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Retaking reproduction(ReplayedWorld world) {
        OnFile<Invoice> invoices = world.of(Invoice.class);
        ReviewDesk desk = Reviews.desk(world, (tenant, named) -> Optional.empty(), calendar);
        return (commit, index) -> index > 0
                ? List.of()
                : commit.events().stream()
                        .filter(CoverageDecisions::isByPerson)
                        .map(approved -> retake(approved, commit, invoices, desk))
                        .toList();
    }

    private static boolean isByPerson(ReplayedEvent event) {
        return event.is(InvoiceApproved.class) && ((InvoiceApproved) event.event()).byPerson();
    }

    private static Retaken retake(
            ReplayedEvent approved, ReplayedCommit commit, OnFile<Invoice> invoices, ReviewDesk desk) {
        InvoiceState before = invoices.find(approved.stream()).orElseThrow().state();
        LocalDate day = BusinessDay.of(approved.message().getTimestamp());
        // one that did not change is not told again
        Coverage recorded = commit.events().stream()
                .filter(event ->
                        event.is(CoverageDecided.class) && event.stream().equals(approved.stream()))
                .map(event -> ((CoverageDecided) event.event()).coverage())
                .findFirst()
                .orElse(before.coverage());
        return Retaken.of(
                approved,
                day,
                before.document().payable(),
                Reviews.told(recorded),
                () -> Reviews.told(Covering.check(before, desk, day).coverage()));
    }
}
