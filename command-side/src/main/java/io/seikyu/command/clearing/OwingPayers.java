package io.seikyu.command.clearing;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.Aliases.Alias;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ContractId;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What payers owe and what they are called, by the log. */
final class OwingPayers {
    private final Accounts accounts;
    private final Contracts contracts;

    OwingPayers(Accounts accounts, Contracts contracts) {
        this.accounts = accounts;
        this.contracts = contracts;
    }

    /** @param as how the decision is to name the payer */
    Optional<Payer> find(AccountId payer, String as) {
        return accounts.find(payer).map(account -> facts(payer.tenant(), as, account));
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
        return new Payer(id, details.virtualAccount(), names, aliases, items(tenant, account), paid(account));
    }

    private List<OpenItem> items(String tenant, CustomerAccount account) {
        return account.book().claims().open().stream()
                .filter(claim ->
                        claim.stage() == Stage.ISSUED && claim.balance().signum() > 0)
                .map(claim -> new OpenItem(
                        claim.invoiceId(), claim.dueDate(), claim.balance(), feeCap(tenant, account, claim)))
                .toList();
    }

    /** Of the invoices that the account remembers. */
    private static Set<BigDecimal> paid(CustomerAccount account) {
        Set<String> open =
                account.book().claims().open().stream().map(Claim::invoiceId).collect(Collectors.toSet());
        return account.ledger()
                .invoices()
                .filter(invoice -> invoice.accepted() && !open.contains(invoice.invoiceId()))
                .map(EnteredInvoice::total)
                .collect(Collectors.toSet());
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
