package io.seikyu.command.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.matching.MatchCandidate;
import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchReason;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.matching.Whose;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.Candidate.Part;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.Match;
import io.seikyu.contract.receipt.ReceiptCommand.AllocateReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.AllocationItem;
import io.seikyu.contract.receipt.ReceiptCommand.AssignReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What the program itself finds out about money of which nobody said what it is for (自動消込). */
public final class Matching {
    private static final String BY_ITSELF = "the virtual account or a clear match names the client company";

    private Matching() {}

    /**
     * What is looked at.
     *
     * @param claims of invoices, which nobody else changes from then on
     */
    public record Sight(
            Matcher matcher, CollectiveMatcher collective, Function<Collection<InvoiceId>, List<OpenClaim>> claims) {
        static Sight of(ReceiptDesk desk) {
            return new Sight(desk.matcher(), desk.collective(), desk.invoices()::lock);
        }
    }

    /** Allocates it when that is clear; else a person is asked, and shown what it may be for. */
    static ReceiptResult match(Receipt receipt, ReceiptDesk desk) {
        ReceiptState state = receipt.state();
        Transfer transfer = new Transfer(
                state.facts().bookedOn(),
                state.available(),
                state.facts().payerName(),
                state.facts().virtualAccount());
        return conclude(
                receipt, look(state.clientId(), state.facts().source(), transfer, state.payer(), Sight.of(desk)), desk);
    }

    static Transfer transfer(RecordReceipt command) {
        return new Transfer(command.bookedOn(), command.amount(), command.payerName(), command.virtualAccount());
    }

    /**
     * What it is for as things are; the invoices of a clear match are locked. Of money of the agency's also whose it is.
     *
     * @throws ConcurrencyException when somebody else was faster: then all is decided anew
     */
    public static Whose look(
            String tenant, ReceiptSource source, Transfer transfer, @Nullable String payer, Sight sight) {
        if (tenant.equals(Ids.AGENCY)) {
            return sight.collective().whose(source.bankAccountId(), transfer);
        }
        MatchDecision decision = sight.matcher().match(tenant, transfer, payer);
        if (decision instanceof Allocate clear && !areStillSo(tenant, clear.chosen(), sight)) {
            List<MatchCandidate> all = new ArrayList<>(List.of(clear.chosen()));
            all.addAll(clear.candidates());
            decision = new AskPerson(clear.policyVersion(), List.of(MatchReason.CHARGES_CLAIMED), all);
        }
        return new Whose(tenant, decision);
    }

    /** The payer, where that is clear; of money of the agency's it is said by the client company's receipt. */
    static @Nullable AccountId payer(String tenant, Whose found) {
        return found.decision() instanceof Allocate clear && !tenant.equals(Ids.AGENCY)
                ? new AccountId(tenant, clear.chosen().accountId())
                : null;
    }

    static ReceiptResult conclude(Receipt receipt, Whose found, ReceiptDesk desk) {
        ReceiptState state = receipt.state();
        MatchDecision decision = found.decision();
        if (state.isOfTheAgency() && found.client() != null) {
            return passOn(receipt, found, desk);
        }
        if (decision instanceof Allocate clear && !state.isOfTheAgency()) {
            return Allocating.allocate(receipt, command(state, clear), desk);
        }
        List<MatchReason> doubts = decision instanceof AskPerson doubt ? doubt.reasons() : List.of();
        return ask(receipt, decision.policyVersion(), doubts, decision.candidates(), desk);
    }

    /** Money of the agency's is its client company's when that is clear; who paid it is found out there. */
    private static ReceiptResult passOn(Receipt receipt, Whose found, ReceiptDesk desk) {
        ReceiptId id = receipt.state().id();
        Match match = found.decision() instanceof Allocate clear ? match(clear) : null;
        String there = id.passedOnTo(found.client()).value();
        receipt.passOn(new AssignReceipt(id, found.client(), there, null, BY_ITSELF, match), desk);
        return ReceiptResult.of(receipt.state());
    }

    /** Whether no person said it. */
    public static boolean isByItself(ReceiptAssigned event) {
        return BY_ITSELF.equals(event.reason());
    }

    /**
     * Whether the invoices claim what the decision saw, now that nobody else can change them.
     *
     * @throws ConcurrencyException when somebody else was faster: then all is decided anew
     */
    private static boolean areStillSo(String tenant, MatchCandidate chosen, Sight sight) {
        Map<String, MatchCandidate.Share> shares = chosen.shares().stream()
                .collect(Collectors.toMap(MatchCandidate.Share::invoiceId, Function.identity()));
        List<OpenClaim> claims = sight.claims()
                .apply(shares.keySet().stream()
                        .map(id -> new InvoiceId(tenant, id))
                        .toList());
        for (OpenClaim claim : claims) {
            MatchCandidate.Share share = shares.get(claim.invoice().value());
            boolean same = claim.payable()
                    && claim.payer().value().equals(chosen.accountId())
                    && claim.balance().compareTo(share.amount().add(share.fee())) == 0;
            if (!same) {
                throw new ConcurrencyException("invoice " + claim.invoice() + " was changed while it was matched");
            }
        }
        return claims.stream().allMatch(claim -> claim.charges().signum() == 0);
    }

    private static AllocateReceipt command(ReceiptState state, Allocate clear) {
        List<AllocationItem> items = clear.chosen().shares().stream()
                .map(share -> new AllocationItem(
                        share.invoiceId(),
                        share.amount(),
                        share.fee().signum() == 0
                                ? List.of()
                                : List.of(new Deduction(Deduction.Kind.TRANSFER_FEE, share.fee()))))
                .toList();
        return new AllocateReceipt(state.id(), items, match(clear), false);
    }

    public static Match match(Allocate clear) {
        List<String> reasons = codes(clear.chosen().reasons());
        return new Match(
                clear.policyVersion(),
                String.join("+", reasons),
                BigDecimal.valueOf(clear.chosen().score(), 2),
                reasons,
                clear.candidates().stream().map(Matching::words).toList());
    }

    private static ReceiptResult ask(
            Receipt receipt,
            String policyVersion,
            List<MatchReason> doubts,
            List<MatchCandidate> candidates,
            ReceiptDesk desk) {
        ReceiptState state = receipt.state();
        List<Candidate> shown = candidates.stream().map(Matching::shown).toList();
        if (!shown.equals(state.candidates())) {
            apply(new CandidatesFound(state.clientId(), state.receiptId(), policyVersion, codes(doubts), shown));
        }
        desk.tasks()
                .open(ReceiptTasks.choose(
                        state,
                        codes(doubts),
                        candidates.stream().map(Matching::words).toList()));
        return ReceiptResult.of(receipt.state()).with(shown);
    }

    public static Candidate shown(MatchCandidate candidate) {
        return new Candidate(
                candidate.accountId(),
                candidate.score(),
                codes(candidate.reasons()),
                candidate.shares().stream()
                        .map(share -> new Part(share.invoiceId(), share.amount(), share.fee()))
                        .toList());
    }

    public static List<String> codes(List<MatchReason> reasons) {
        return reasons.stream().map(MatchReason::name).toList();
    }

    /** For a list that a person reads, e.g. {@code a1 (62: NAME, AMOUNT): i1 110000}. */
    private static String words(MatchCandidate candidate) {
        String why = candidate.accountId() + " (" + candidate.score() + ": "
                + String.join(", ", codes(candidate.reasons())) + ")";
        String parts = candidate.shares().stream()
                .map(share -> share.invoiceId() + " " + share.amount().toPlainString()
                        + (share.fee().signum() == 0
                                ? ""
                                : " and " + share.fee().toPlainString() + " of fee"))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? why : why + ": " + parts;
    }
}
