package io.seikyu.command.clearing;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.Aliases.Alias;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.matching.MatchingFacts;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ContractId;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Matches with what the payers' accounts claim at this moment. Which payers are looked at comes from the directory, which
 * may be a moment behind; what they owe, and what they are called, comes from the log.
 */
final class OpenItemMatcher implements Matcher {
    /** More payers of one name than anybody has; beyond it nobody is told by name. */
    private static final int NAMED = 50;

    private static final int OWING = 20;

    private final Directory directory;
    private final Accounts accounts;
    private final Contracts contracts;
    private final Supplier<MatchingPolicy> policy;

    OpenItemMatcher(Directory directory, Accounts accounts, Contracts contracts, Supplier<MatchingPolicy> policy) {
        this.directory = directory;
        this.accounts = accounts;
        this.contracts = contracts;
        this.policy = policy;
    }

    @Override
    public MatchDecision match(String tenant, Transfer transfer, String payer) {
        List<String> named =
                payer != null ? List.of() : directory.payersNamedBy(tenant, transfer.payerName(), NAMED + 1);
        List<Payer> payers = candidates(tenant, transfer, payer, named).stream()
                .flatMap(id ->
                        accounts.find(new AccountId(tenant, id)).stream().map(account -> facts(tenant, id, account)))
                .toList();
        return policy.get().match(new MatchingFacts(transfer, payer, payers, named.size() > NAMED));
    }

    private Set<String> candidates(String tenant, Transfer transfer, String payer, List<String> named) {
        if (payer != null) {
            return Set.of(payer);
        }
        Set<String> all = new LinkedHashSet<>(named);
        if (transfer.virtualAccount() != null) {
            all.addAll(directory.payersByVirtualAccount(tenant, transfer.virtualAccount()));
        }
        all.addAll(directory.payersOwing(tenant, transfer.amount(), OWING));
        return all;
    }

    private Payer facts(String tenant, String id, CustomerAccount account) {
        AccountDetails details = account.history().latest().value();
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(details.name(), details.nameKana()),
                        details.payerNames() == null ? Stream.empty() : details.payerNames().stream())
                .filter(name -> name != null && !name.isBlank())
                .forEach(names::add);
        Set<String> aliases = new LinkedHashSet<>();
        account.aliases().taught().stream().map(Alias::name).forEach(aliases::add);
        return new Payer(id, details.virtualAccount(), names, aliases, items(tenant, account));
    }

    private List<OpenItem> items(String tenant, CustomerAccount account) {
        return account.book().claims().open().stream()
                .filter(claim ->
                        claim.stage() == Stage.ISSUED && claim.balance().signum() > 0)
                .map(claim -> new OpenItem(
                        claim.invoiceId(), claim.dueDate(), claim.balance(), feeCap(tenant, account, claim)))
                .toList();
    }

    /** By the contract that was in force on the last day of the transaction; under 取適法 never. */
    private BigDecimal feeCap(String tenant, CustomerAccount account, Claim claim) {
        return account.ledger()
                .find(claim.invoiceId())
                .flatMap(entered -> contracts
                        .find(new ContractId(tenant, claim.contractId()))
                        .flatMap(history -> history.inForceOn(entered.transactionTo())))
                .filter(terms -> !terms.subcontractLaw())
                .flatMap(terms -> Optional.ofNullable(terms.transferFee()))
                .filter(fee -> fee.deductible() && fee.cap() != null)
                .map(fee -> fee.cap())
                .orElse(BigDecimal.ZERO);
    }
}
