package io.seikyu.command.clearing;

import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.Parties;
import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchReason;
import io.seikyu.command.matching.MatchingFacts;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.matching.Whose;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.Ids;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks among the payers of all client companies that a collective account serves: those whose contracts name it. The
 * virtual account names the client company, where its payers and those of the name are one client company's; else a
 * match that would be clear over all of them does.
 */
final class ServedPayersMatcher implements CollectiveMatcher {
    /** More payers of one name than anybody has; beyond it nobody is told by name. */
    private static final int NAMED = 100;

    private final Parties directory;
    private final OwingPayers payers;
    private final Contracts contracts;
    private final BankAccounts bankAccounts;
    private final Supplier<MatchingPolicy> policy;

    ServedPayersMatcher(
            Parties directory,
            OwingPayers payers,
            Contracts contracts,
            BankAccounts bankAccounts,
            Supplier<MatchingPolicy> policy) {
        this.directory = directory;
        this.payers = payers;
        this.contracts = contracts;
        this.bankAccounts = bankAccounts;
        this.policy = policy;
    }

    @Override
    public Whose whose(@Nullable String bankAccountId, Transfer transfer) {
        List<AccountId> found = bankAccountId == null
                ? List.of()
                : directory.payersEverywhere(transfer.payerName(), transfer.virtualAccount(), NAMED + 1);
        List<Payer> served = found.stream()
                .filter(payer -> isServed(payer, bankAccountId))
                .flatMap(payer -> payers.find(payer, payer.toString()).stream())
                .toList();
        MatchDecision decision = policy.get().match(new MatchingFacts(transfer, null, served, found.size() > NAMED));
        return new Whose(client(decision, served, transfer.virtualAccount()), decision);
    }

    private boolean isServed(AccountId payer, String bankAccountId) {
        return directory.contractsWith(payer.tenant(), payer.value()).stream()
                .flatMap(id -> contracts.find(new ContractId(payer.tenant(), id)).stream())
                .anyMatch(contract -> bankAccountId.equals(contract.latest().collectionAccountId())
                        && bankAccounts
                                .collecting(payer.tenant(), bankAccountId)
                                .filter(account -> account.clientId().equals(Ids.AGENCY))
                                .isPresent());
    }

    private static @Nullable String client(MatchDecision decision, List<Payer> served, @Nullable String account) {
        if (decision instanceof Allocate clear) {
            return clientOf(clear.chosen().accountId());
        }
        boolean nameDiffers =
                decision instanceof AskPerson doubt && doubt.reasons().contains(MatchReason.ACCOUNT_AND_NAME_DIFFER);
        Stream<Payer> ofAccount = served.stream()
                .filter(payer -> account != null && (nameDiffers || account.equals(payer.virtualAccount())));
        Set<String> clients =
                ofAccount.map(payer -> clientOf(payer.accountId())).collect(Collectors.toSet());
        return clients.size() == 1 ? clients.iterator().next() : null;
    }

    private static String clientOf(String payer) {
        return payer.substring(0, payer.indexOf('/'));
    }
}
