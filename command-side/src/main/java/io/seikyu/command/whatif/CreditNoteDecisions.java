package io.seikyu.command.whatif;

import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.creditnote.CreditNoteDesk;
import io.seikyu.command.creditnote.Original;
import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.review.Review;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteCorrected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteReviewed;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was found in credit notes (返還インボイス), and what became of them by it. */
final class CreditNoteDecisions implements DecisionKind {
    @Override
    public String name() {
        return "credit-note";
    }

    @Override
    public Retaking reproduction(ReplayedWorld world) {
        OnFile<Invoice> invoices = world.of(Invoice.class);
        CreditNoteDesk desk = new CreditNoteDesk(
                id -> invoices.find(id.toString())
                        .map(found -> Original.of(id, found.state()))
                        .orElseThrow(),
                Contracts.of(world.of(Contract.class)));
        return (commit, index) -> {
            ReplayedEvent event = commit.events().get(index);
            Optional<Retaken> retaken = Optional.empty();
            if (event.is(CreditNoteSubmitted.class)) {
                CreditNoteSubmitted handedIn = (CreditNoteSubmitted) event.event();
                retaken = retake(commit, event, handedIn.document(), handedIn.numberGeneration() == null, desk);
            } else if (event.is(CreditNoteCorrected.class)) {
                CreditNoteCorrected handedIn = (CreditNoteCorrected) event.event();
                retaken = retake(commit, event, handedIn.document(), handedIn.numberGeneration() == null, desk);
            }
            return retaken.stream().toList();
        };
    }

    private static Optional<Retaken> retake(
            ReplayedCommit commit,
            ReplayedEvent handedIn,
            CreditNoteDocument document,
            boolean numberTaken,
            CreditNoteDesk desk) {
        return commit.events().stream()
                .filter(event ->
                        event.is(CreditNoteReviewed.class) && event.stream().equals(handedIn.stream()))
                .findFirst()
                .map(event -> {
                    CreditNoteReviewed reviewed = (CreditNoteReviewed) event.event();
                    return Retaken.of(
                            event,
                            BusinessDay.of(event.message().getTimestamp()),
                            document.total(),
                            told(
                                    reviewed.outcome(),
                                    reviewed.policyVersion(),
                                    reviewed.rules(),
                                    reviewed.facts(),
                                    reviewed.findings()),
                            () -> again(reviewed, document, numberTaken, desk));
                });
    }

    private static Map<String, Object> again(
            CreditNoteReviewed reviewed, CreditNoteDocument document, boolean numberTaken, CreditNoteDesk desk) {
        InvoiceId invoice = new InvoiceId(reviewed.clientId(), document.invoiceId());
        Review review = desk.review(document, desk.original(invoice), numberTaken);
        if (!review.policyVersion().equals(reviewed.policyVersion())) {
            throw new UnknownRevisionException(reviewed.policyVersion());
        }
        reviewed.rules().stream()
                .filter(rule -> !review.rules().contains(rule))
                .findFirst()
                .ifPresent(rule -> {
                    throw new UnknownRevisionException(rule);
                });
        return told(review.outcome(), review.policyVersion(), review.rules(), review.features(), review.findings());
    }

    private static Map<String, Object> told(
            Outcome outcome, String policyVersion, List<String> rules, Map<String, String> facts, List<Finding> found) {
        return Told.of(
                Reviews.OUTCOME,
                outcome.name(),
                "policyVersion",
                policyVersion,
                Reviews.FINDINGS,
                found.stream().map(Reviews::told).toList(),
                "rules",
                rules,
                "facts",
                new TreeMap<>(facts));
    }
}
