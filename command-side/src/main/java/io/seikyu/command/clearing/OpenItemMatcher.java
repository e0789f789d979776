package io.seikyu.command.clearing;

import io.seikyu.command.directory.Parties;
import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.matching.MatchingFacts;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.contract.id.AccountId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Matches with what the payers' accounts claim at this moment. Which payers are looked at comes from the directory, which
 * may be a moment behind; what they owe, and what they are called, comes from the log.
 */
final class OpenItemMatcher implements Matcher {
    /** More payers of one name than anybody has; beyond it nobody is told by name. */
    private static final int NAMED = 50;

    private static final int OWING = 20;

    private final Parties directory;
    private final OwingPayers payers;
    private final Supplier<MatchingPolicy> policy;

    OpenItemMatcher(Parties directory, OwingPayers payers, Supplier<MatchingPolicy> policy) {
        this.directory = directory;
        this.payers = payers;
        this.policy = policy;
    }

    @Override
    public MatchDecision match(String tenant, Transfer transfer, String payer) {
        List<String> named =
                payer != null ? List.of() : directory.payersNamedBy(tenant, transfer.payerName(), NAMED + 1);
        List<Payer> found = candidates(tenant, transfer, payer, named).stream()
                .flatMap(id -> payers.find(new AccountId(tenant, id), id).stream())
                .toList();
        return policy.get().match(new MatchingFacts(transfer, payer, found, named.size() > NAMED));
    }

    private Set<String> candidates(String tenant, Transfer transfer, String payer, List<String> named) {
        if (payer != null) {
            return Set.of(payer);
        }
        Set<String> all = new LinkedHashSet<>(named);
        if (transfer.virtualAccount() != null) {
            all.addAll(directory.payersByVirtualAccount(tenant, transfer.virtualAccount()));
        }
        if (all.isEmpty()) {
            // the amount never decides, so it is asked for only where a person would have nothing else to go by
            all.addAll(directory.payersOwing(tenant, transfer.amount(), OWING));
        }
        return all;
    }
}
