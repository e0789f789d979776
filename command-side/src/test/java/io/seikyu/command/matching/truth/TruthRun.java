package io.seikyu.command.matching.truth;

import io.seikyu.command.matching.MatchCandidate;
import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchingFacts;
import io.seikyu.command.matching.MatchingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lets a policy decide on a truth set. A person settles by the truth what the policy leaves open, before the next one. */
final class TruthRun {
    private final MatchingPolicy policy;
    private final World world;
    private final TruthSet truths;
    private final ConfusionTable table;
    private final List<String> wrong = new ArrayList<>();

    private TruthRun(MatchingPolicy policy, long seed, int payers) {
        Random random = new Random(seed);
        this.policy = policy;
        this.world = new World(random, payers);
        this.truths = new TruthSet(random, world);
        this.table = new ConfusionTable(
                seed,
                payers,
                world.payers.stream().mapToInt(payer -> payer.items.size()).sum());
    }

    static ConfusionTable of(MatchingPolicy policy, long seed, int payers, int transfers) {
        TruthRun run = new TruthRun(policy, seed, payers);
        for (int i = 0; i < transfers; i++) {
            run.decide(run.truths.next());
        }
        run.table.end(run.truths.redrawn(), run.wrong);
        return run.table;
    }

    private void decide(TruthTransfer truth) {
        MatchDecision decision = policy.match(facts(truth));
        boolean allocated = decision instanceof Allocate;
        boolean right = decision instanceof Allocate allocate && isTrue(allocate.chosen(), truth);
        if (allocated && !right) {
            wrong.add(truth.kind() + " " + truth.transfer() + " truly "
                    + (truth.payer() == null ? "-" : truth.payer().id) + " " + truth.settled() + ": " + decision);
        }
        table.add(truth, allocated, right, place(decision, truth));
        truth.paid().forEach((item, amount) -> truth.payer().pay(item, amount));
        if (truth.kind() == Kind.OTHERS_ACCOUNT && !allocated) {
            world.learn(truth.payer(), truth.payer().friend.transferred());
        }
    }

    private MatchingFacts facts(TruthTransfer truth) {
        MatchingFacts.Transfer transfer = truth.transfer();
        List<MatchingFacts.Payer> payers = world
                .candidates(
                        transfer.payerName(),
                        transfer.virtualAccount(),
                        transfer.amount().longValueExact())
                .stream()
                .map(TruthRun::asFacts)
                .toList();
        return new MatchingFacts(transfer, null, payers, false);
    }

    private static MatchingFacts.Payer asFacts(Payer payer) {
        return new MatchingFacts.Payer(
                payer.id,
                payer.virtualAccount,
                java.util.Set.copyOf(payer.namesOnFile),
                java.util.Set.copyOf(payer.aliases),
                payer.items.stream().map(item -> World.asOpen(payer, item)).toList(),
                payer.paid.stream().map(item -> BigDecimal.valueOf(item.amount)).collect(Collectors.toSet()));
    }

    private static boolean isTrue(MatchCandidate chosen, TruthTransfer truth) {
        Map<String, Long> shares = new TreeMap<>();
        chosen.shares()
                .forEach(share -> shares.put(
                        share.invoiceId(), share.amount().add(share.fee()).longValueExact()));
        return truth.payer() != null
                && chosen.accountId().equals(truth.payer().id)
                && shares.equals(truth.settled())
                && chosen.shares().stream()
                                .mapToLong(share -> share.fee().longValueExact())
                                .sum()
                        == truth.fee();
    }

    /** At which place, from 0, a person is shown the payer who paid; -1 for not at all. */
    private static int place(MatchDecision decision, TruthTransfer truth) {
        List<String> shown =
                decision.candidates().stream().map(MatchCandidate::accountId).toList();
        return truth.payer() == null ? -1 : shown.indexOf(truth.payer().id);
    }
}
