package io.seikyu.command.matching;

import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what a receipt is for (消込照合). It is allocated without a person only when exactly one payer can have sent it
 * and the amount fits that payer's open invoices in exactly one way. A pure function: the same facts give the same
 * decision, in whatever order they are given.
 *
 * <p>In this order evidence counts: virtual account and name, virtual account, name, a name that was taught; and under
 * each one invoice, then several that are due together, then any, each wholly paid before short by a transfer fee. The amount never decides by itself; nearness to the due date only ranks what a person chooses from.
 */
public final class MatchingPolicy {
    /** What an amount, a payer without the amount, and nearness to the due date are worth in the ranking. */
    private static final int AMOUNT_ALONE = 20;

    private static final int NEAR = 10;
    private static final int AMOUNT_FITS_NOTHING = 40;
    private static final int NOT_THE_ONLY_ONE = 30;
    private static final int DOUBTED = 25;

    private static final Comparator<MatchCandidate> ORDER = Comparator.comparingInt(MatchCandidate::score)
            .reversed()
            .thenComparing(MatchCandidate::accountId)
            .thenComparing(candidate -> candidate.shares().toString());

    private final String version;
    private final MatchingSettings settings;

    /** @param version under which decisions remember it */
    public MatchingPolicy(String version, MatchingSettings settings) {
        this.version = version;
        this.settings = settings;
    }

    public String version() {
        return version;
    }

    public MatchDecision match(MatchingFacts facts) {
        Transfer transfer = facts.transfer();
        List<PayerName> readings = PayerName.readings(transfer.payerName());
        List<Suspect> suspects = facts.payers().stream()
                .map(payer -> suspect(payer, facts, readings))
                .sorted(Comparator.comparing(suspect -> suspect.payer().accountId()))
                .toList();
        Set<MatchReason> doubts = new LinkedHashSet<>();
        Suspect only = identified(suspects, doubts);
        if (only != null
                && facts.overflow()
                && !only.evidence().said()
                && !only.evidence().account()) {
            doubts.add(MatchReason.SEVERAL_PAYERS);
            only = null;
        }
        if (only != null) {
            Explanation explanation = only.onlyWay(doubts);
            if (explanation != null) {
                MatchCandidate chosen = only.candidate(explanation, 0, List.of());
                if (chosen.score() >= settings.automaticFrom()) {
                    return new Allocate(version, chosen, ranked(suspects, only, transfer, chosen));
                }
                doubts.add(MatchReason.BELOW_AUTOMATIC);
            }
        }
        List<MatchCandidate> candidates = ranked(suspects, only, transfer, null);
        if (candidates.isEmpty()) {
            doubts.add(MatchReason.NOBODY_KNOWN);
        } else if (doubts.isEmpty()) {
            doubts.add(MatchReason.AMOUNT_ALONE);
        }
        return new AskPerson(version, List.copyOf(doubts), candidates);
    }

    private Suspect suspect(Payer payer, MatchingFacts facts, List<PayerName> readings) {
        Transfer transfer = facts.transfer();
        boolean said = payer.accountId().equals(facts.payer());
        return new Suspect(
                payer,
                Evidence.of(payer, said, transfer, readings),
                Explanations.of(payer, transfer.amount(), settings));
    }

    /** The one payer that all evidence points to, or null. */
    private static Suspect identified(List<Suspect> suspects, Set<MatchReason> doubts) {
        Optional<Suspect> said =
                suspects.stream().filter(one -> one.evidence().said()).findFirst();
        if (said.isPresent()) {
            return said.get();
        }
        List<Suspect> byAccount =
                suspects.stream().filter(one -> one.evidence().account()).toList();
        List<Suspect> byName = named(suspects);
        if (byAccount.isEmpty()) {
            return single(byName, doubts);
        }
        if (byName.isEmpty()) {
            return single(byAccount, doubts);
        }
        List<Suspect> both = byAccount.stream().filter(byName::contains).toList();
        if (both.isEmpty()) {
            doubts.add(MatchReason.ACCOUNT_AND_NAME_DIFFER);
            return null;
        }
        return single(both, doubts);
    }

    /** A name that only resembles counts where no other payer is named. */
    private static List<Suspect> named(List<Suspect> suspects) {
        List<Suspect> named =
                suspects.stream().filter(one -> one.evidence().isNamed()).toList();
        return named.isEmpty()
                ? suspects.stream()
                        .filter(one -> one.evidence().name().resembles())
                        .toList()
                : named;
    }

    private static Suspect single(List<Suspect> suspects, Set<MatchReason> doubts) {
        if (suspects.size() > 1) {
            doubts.add(MatchReason.SEVERAL_PAYERS);
        }
        return suspects.size() == 1 ? suspects.get(0) : null;
    }

    private List<MatchCandidate> ranked(
            List<Suspect> suspects, Suspect only, Transfer transfer, MatchCandidate chosen) {
        return suspects.stream()
                .flatMap(suspect -> suspect.candidates(suspect == only, transfer))
                .filter(candidate -> chosen == null || !isSame(candidate, chosen))
                .sorted(ORDER)
                .limit(settings.candidates())
                .toList();
    }

    private static boolean isSame(MatchCandidate one, MatchCandidate other) {
        return one.accountId().equals(other.accountId()) && one.shares().equals(other.shares());
    }

    /** A payer that the transfer may be of, and how its amount fits what is open. */
    private final class Suspect {
        private final Payer payer;
        private final Evidence evidence;
        private final Explanations explanations;

        Suspect(Payer payer, Evidence evidence, Explanations explanations) {
            this.payer = payer;
            this.evidence = evidence;
            this.explanations = explanations;
        }

        Payer payer() {
            return payer;
        }

        Evidence evidence() {
            return evidence;
        }

        /** How the amount fits, if it does in one way. */
        Explanation onlyWay(Set<MatchReason> doubts) {
            List<Explanation> ways = explanations.sure();
            if (ways.size() == 1) {
                return ways.get(0);
            }
            if (ways.size() > 1) {
                doubts.add(MatchReason.SEVERAL_WAYS);
            } else if (explanations.doubtful().isEmpty()) {
                doubts.add(MatchReason.AMOUNT_FITS_NOTHING);
            } else {
                doubts.addAll(explanations.doubtful().values());
            }
            return null;
        }

        Stream<MatchCandidate> candidates(boolean only, Transfer transfer) {
            if (!evidence.isAny()) {
                return explanations.sure().stream()
                        .filter(way -> way.kind() == Explanation.Kind.SINGLE)
                        .map(way -> byAmount(way, transfer.bookedOn()));
            }
            int off = only ? 0 : NOT_THE_ONLY_ONE;
            List<MatchCandidate> found = new ArrayList<>();
            explanations.sure().forEach(way -> found.add(candidate(way, off, List.of())));
            explanations.doubtful().forEach((way, doubt) -> found.add(candidate(way, off + DOUBTED, List.of(doubt))));
            if (found.isEmpty()) {
                List<MatchReason> reasons = new ArrayList<>(evidence.reasons());
                reasons.add(MatchReason.AMOUNT_FITS_NOTHING);
                int score = Math.max(1, evidence.score() - off - AMOUNT_FITS_NOTHING);
                found.add(new MatchCandidate(payer.accountId(), score, List.copyOf(reasons), List.of()));
            }
            return found.stream();
        }

        MatchCandidate candidate(Explanation way, int off, List<MatchReason> doubts) {
            List<MatchReason> reasons = new ArrayList<>(evidence.reasons());
            reasons.addAll(way.reasons());
            reasons.addAll(doubts);
            int score = Math.max(1, evidence.score() - way.cost() - off);
            return new MatchCandidate(payer.accountId(), score, List.copyOf(reasons), way.shares());
        }

        private MatchCandidate byAmount(Explanation way, LocalDate bookedOn) {
            List<MatchReason> reasons = new ArrayList<>(way.reasons());
            boolean near = isNear(way.items().get(0), bookedOn);
            if (near) {
                reasons.add(MatchReason.NEAR_DUE_DATE);
            }
            reasons.add(MatchReason.AMOUNT_ALONE);
            int score = AMOUNT_ALONE + (near ? NEAR : 0) - way.cost();
            return new MatchCandidate(payer.accountId(), score, List.copyOf(reasons), way.shares());
        }
    }

    private boolean isNear(OpenItem item, LocalDate bookedOn) {
        long late = ChronoUnit.DAYS.between(item.dueDate(), bookedOn);
        return late >= -settings.daysBefore() && late <= settings.daysAfter();
    }
}
