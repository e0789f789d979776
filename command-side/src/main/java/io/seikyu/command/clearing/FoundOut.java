package io.seikyu.command.clearing;

import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchReason;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.matching.Whose;
import io.seikyu.command.receipt.Matching;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.receipt.ReceiptState;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.whatif.DecisionKind.NotReproducibleException;
import io.seikyu.command.whatif.Told;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.contract.Event;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.Candidate.Part;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.Match;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.eventlog.axon.EventCodec;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a commit says that the program found out about money.
 *
 * @param at   the event that says it
 * @param said all that the commit says of that receipt
 */
record FoundOut(ReplayedEvent at, List<Event> said) {
    private static final String ASKED = "ASKED";
    private static final String PASSED_ON = "PASSED_ON ";
    private static final Comparator<Part> BY_INVOICE = Comparator.comparing(Part::invoiceId);

    /**
     * What was looked at, apart from payers and what they owe.
     *
     * @param payer that was known before, or null
     */
    record Money(String tenant, ReceiptSource source, Transfer transfer, String payer) {
        boolean isErased() {
            return EventCodec.ERASED.equals(transfer.payerName());
        }
    }

    static Optional<FoundOut> in(ReplayedCommit commit) {
        return commit.events().stream()
                .filter(FoundOut::isFoundOut)
                .findFirst()
                .map(at -> new FoundOut(
                        at,
                        commit.events().stream()
                                .filter(event -> event.stream().equals(at.stream()))
                                .map(ReplayedEvent::event)
                                .toList()));
    }

    private static boolean isFoundOut(ReplayedEvent event) {
        return event.is(CandidatesFound.class)
                || event.is(ReceiptAllocated.class) && ((ReceiptAllocated) event.event()).match() != null
                || event.is(ReceiptAssigned.class) && Matching.isByItself((ReceiptAssigned) event.event());
    }

    private <E> Stream<E> said(Class<E> type) {
        return said.stream().filter(type::isInstance).map(type::cast);
    }

    /** @throws NotReproducibleException when it is not told: a virtual account alone named the client company */
    String policyVersion() {
        return said(CandidatesFound.class)
                .map(CandidatesFound::policyVersion)
                .findFirst()
                .or(() -> match().map(Match::policyVersion))
                .orElseThrow(() -> new NotReproducibleException("POLICY_NOT_RECORDED"));
    }

    private Optional<Match> match() {
        return Stream.concat(
                        said(ReceiptAllocated.class).map(ReceiptAllocated::match),
                        said(ReceiptAssigned.class).map(ReceiptAssigned::match))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The payers that people were shown. */
    List<AccountId> candidates() {
        return said(CandidatesFound.class)
                .flatMap(asked -> asked.candidates().stream()
                        .map(Candidate::accountId)
                        .map(id -> asked.clientId().equals(Ids.AGENCY)
                                ? new AccountId(id.split("/")[0], id.split("/")[2])
                                : new AccountId(asked.clientId(), id)))
                .toList();
    }

    /** @param receipts before the commit */
    Money money(OnFile<Receipt> receipts) {
        return said(ReceiptRecorded.class).findFirst().map(this::money).orElseGet(() -> {
            ReceiptState state = receipts.find(at.stream()).orElseThrow().state();
            Transfer transfer = new Transfer(
                    state.facts().bookedOn(),
                    state.available(),
                    state.facts().payerName(),
                    state.facts().virtualAccount());
            return new Money(state.clientId(), state.facts().source(), transfer, state.payer());
        });
    }

    /** The payer of a clear match is recorded with the money, as is one that was known before. */
    private Money money(ReceiptRecorded event) {
        boolean known = said(CandidatesFound.class).findAny().isPresent()
                || match().filter(match -> match.reasons().contains(MatchReason.PAYER_KNOWN.name()))
                        .isPresent();
        Transfer transfer = new Transfer(event.bookedOn(), event.amount(), event.payerName(), event.virtualAccount());
        return new Money(event.clientId(), event.source(), transfer, known ? event.accountId() : null);
    }

    Map<String, Object> told() {
        return said(CandidatesFound.class)
                .findFirst()
                .map(asked -> asked(ASKED, asked.policyVersion(), asked.doubts(), asked.candidates()))
                .orElseGet(() -> said(ReceiptAssigned.class)
                        .findFirst()
                        .map(assigned -> clear(PASSED_ON + assigned.toClientId(), assigned.match(), List.of()))
                        .orElseGet(() -> clear(
                                "ALLOCATED",
                                match().orElseThrow(),
                                said(ReceiptAllocated.class).map(FoundOut::part).toList())));
    }

    private static Part part(ReceiptAllocated event) {
        BigDecimal fee = event.deductions().stream().map(Deduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Part(event.invoiceId(), event.amount(), fee);
    }

    /** What comes out now, in the same words. */
    static Map<String, Object> told(String tenant, Whose found) {
        MatchDecision decision = found.decision();
        boolean agencys = tenant.equals(Ids.AGENCY);
        if (decision instanceof Allocate clear && agencys && found.client() != null) {
            return clear(PASSED_ON + found.client(), Matching.match(clear), List.of());
        }
        if (decision instanceof Allocate clear && !agencys) {
            return clear(
                    "ALLOCATED",
                    Matching.match(clear),
                    Matching.shown(clear.chosen()).parts());
        }
        List<MatchReason> doubts = decision instanceof AskPerson doubt ? doubt.reasons() : List.of();
        return asked(
                agencys && found.client() != null ? PASSED_ON + found.client() : ASKED,
                decision.policyVersion(),
                Matching.codes(doubts),
                decision.candidates().stream().map(Matching::shown).toList());
    }

    private static Map<String, Object> clear(String outcome, @Nullable Match match, List<Part> parts) {
        return match == null
                ? Told.of("outcome", outcome)
                : Told.of(
                        "outcome",
                        outcome,
                        "policyVersion",
                        match.policyVersion(),
                        "rule",
                        match.rule(),
                        "score",
                        match.score(),
                        "reasons",
                        match.reasons(),
                        "alternatives",
                        match.alternatives(),
                        "parts",
                        parts.stream().sorted(BY_INVOICE).map(FoundOut::told).toList());
    }

    private static Map<String, Object> asked(
            String outcome, String policyVersion, List<String> doubts, List<Candidate> candidates) {
        return Told.of(
                "outcome",
                outcome,
                "policyVersion",
                policyVersion,
                "doubts",
                doubts,
                "candidates",
                candidates.stream().map(FoundOut::told).toList());
    }

    private static Map<String, Object> told(Candidate candidate) {
        return Told.of(
                "accountId",
                candidate.accountId(),
                "score",
                candidate.score(),
                "reasons",
                candidate.reasons(),
                "parts",
                candidate.parts().stream().map(FoundOut::told).toList());
    }

    private static Map<String, Object> told(Part part) {
        return Told.of("invoiceId", part.invoiceId(), "amount", part.amount(), "fee", part.fee());
    }
}
