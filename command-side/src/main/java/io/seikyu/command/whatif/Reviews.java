package io.seikyu.command.whatif;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.client.Client;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.NumbersSoFar;
import io.seikyu.command.receipt.BookedPrepayments;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.review.PrecedingInvoices;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.review.Review;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.command.review.ReviewFacts;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.eventlog.axon.EventCodec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reviews, taken again: of what was handed in and of what was corrected. What is looked at is gathered before the document
 * is told of, as it was then.
 */
final class Reviews implements PolicyDecisions.Taking {
    static final String OUTCOME = "outcome";
    static final String FINDINGS = "findings";

    private final NumbersSoFar numbers;
    private final OnFile<Invoice> invoices;
    private final ReviewDesk desk;
    private final Function<InvoiceReviewed, PublishedReviewPolicy> policies;

    /** @param policies by which a review is taken again */
    Reviews(ReplayedWorld world, BankCalendar calendar, Function<InvoiceReviewed, PublishedReviewPolicy> policies) {
        this.invoices = world.of(Invoice.class);
        this.policies = policies;
        this.numbers = new NumbersSoFar(invoices);
        this.desk = desk(world, (tenant, named) -> numbers.find(tenant, named).map(InvoiceState::payer), calendar);
    }

    /** What looks at that world; it knows no policy. */
    static ReviewDesk desk(ReplayedWorld world, PrecedingInvoices preceding, BankCalendar calendar) {
        return new ReviewDesk(
                Clients.of(world.of(Client.class)),
                Accounts.of(world.of(CustomerAccount.class)),
                Contracts.of(world.of(Contract.class)),
                new BookedPrepayments(world.of(Receipt.class), world.of(Invoice.class)),
                preceding,
                () -> {
                    throw new IllegalStateException("each review has its own");
                },
                TaxRates.japan(),
                calendar);
    }

    @Override
    public Optional<Retaken> before(ReplayedCommit commit, int index) {
        ReplayedEvent handedIn = commit.events().get(index);
        Optional<Retaken> retaken = Optional.empty();
        if (handedIn.is(InvoiceSubmitted.class)) {
            InvoiceSubmitted event = (InvoiceSubmitted) handedIn.event();
            retaken = retake(commit, index, event.document(), event.numberGeneration() == null);
            numbers.with(event);
        } else if (handedIn.is(InvoiceCorrected.class)) {
            InvoiceCorrected event = (InvoiceCorrected) handedIn.event();
            retaken = retake(commit, index, event.document(), event.numberGeneration() == null);
            numbers.with(event);
        }
        return retaken;
    }

    private Optional<Retaken> retake(ReplayedCommit commit, int index, InvoiceDocument document, boolean numberTaken) {
        String stream = commit.events().get(index).stream();
        List<ReplayedEvent> told = commit
                .events()
                .subList(index, commit.events().size())
                .stream()
                .filter(event -> event.stream().equals(stream))
                .toList();
        return told.stream()
                .filter(event -> event.is(InvoiceReviewed.class))
                .findFirst()
                .map(event -> retake(event, told, document, numberTaken));
    }

    private Retaken retake(ReplayedEvent at, List<ReplayedEvent> told, InvoiceDocument document, boolean numberTaken) {
        InvoiceReviewed reviewed = (InvoiceReviewed) at.event();
        String today = reviewed.facts().get(ReviewFacts.TODAY);
        LocalDate day = today == null ? BusinessDay.of(at.message().getTimestamp()) : LocalDate.parse(today);
        InvoiceId invoice = new InvoiceId(reviewed.clientId(), reviewed.invoiceId());
        Retaken retaken = Retaken.of(at, day, document.total(), recorded(reviewed, told), () -> {
            ReviewFacts facts = desk.facts(invoice, document, numberTaken, day);
            Review review = policies.apply(reviewed)
                    .of(invoice.tenant(), document.contractId())
                    .review(facts);
            Map<String, Object> now = explained(
                    review.outcome().name(),
                    review.policyVersion(),
                    review.rules(),
                    review.features(),
                    review.findings(),
                    facts.credit().coverage());
            if (today == null) {
                facts(now).remove(ReviewFacts.TODAY);
            }
            return now;
        });
        return isErased(document) ? retaken.unsure("PERSON_ERASED") : retaken;
    }

    /** Whether the name of a party can be read no more. */
    private static boolean isErased(InvoiceDocument document) {
        boolean recipient = document.recipient() != null
                && EventCodec.ERASED.equals(document.recipient().name());
        boolean issuer = document.issuer() != null
                && EventCodec.ERASED.equals(document.issuer().name());
        return recipient || issuer;
    }

    private Map<String, Object> recorded(InvoiceReviewed reviewed, List<ReplayedEvent> told) {
        List<Finding> findings = told.stream()
                .filter(event -> event.is(DiscrepancyFound.class))
                .map(event -> ((DiscrepancyFound) event.event()).finding())
                .toList();
        Coverage coverage = told.stream()
                .filter(event -> event.is(CoverageDecided.class))
                .map(event -> ((CoverageDecided) event.event()).coverage())
                .findFirst()
                .orElseGet(() -> before(told.get(0).stream()));
        return explained(
                reviewed.outcome().name(),
                reviewed.policyVersion(),
                reviewed.rules(),
                reviewed.facts(),
                findings,
                coverage);
    }

    /** A coverage that did not change is not told again. */
    private Coverage before(String invoice) {
        return invoices.find(invoice)
                .map(Invoice::state)
                .map(InvoiceState::coverage)
                .orElse(Coverage.UNSCREENED);
    }

    private static Map<String, Object> explained(
            String outcome,
            String policyVersion,
            List<String> rules,
            Map<String, String> facts,
            List<Finding> findings,
            Coverage coverage) {
        return Told.of(
                OUTCOME,
                outcome,
                "policyVersion",
                policyVersion,
                FINDINGS,
                findings.stream().map(Reviews::told).toList(),
                "coverage",
                told(coverage),
                "rules",
                rules,
                "facts",
                Told.of(facts.entrySet().stream()
                        .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                        .toArray()));
    }

    static Map<String, Object> told(Coverage coverage) {
        return Told.of(
                "status",
                coverage.status().name(),
                "amount",
                coverage.amount(),
                "reasons",
                coverage.reasons().stream().map(Enum::name).toList());
    }

    static Map<String, Object> told(Finding finding) {
        return Told.of(
                "code",
                finding.code(),
                "severity",
                finding.severity().name(),
                "pointer",
                finding.pointer(),
                "expected",
                finding.expected(),
                "actual",
                finding.actual(),
                "message",
                finding.message(),
                "rule",
                finding.rule());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, Object> explained) {
        return (Map<String, Object>) explained.get("facts");
    }
}
