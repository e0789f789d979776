package io.seikyu.command.contract;

import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a contract may not say, because no invoice could be judged by it. */
final class ContractFaults {
    private ContractFaults() {}

    /** @throws Refusal with everything that is wrong */
    static void refuse(String prefix, ContractTerms terms) {
        List<Fault> faults = new ArrayList<>();
        if (terms.effectiveTo() != null && terms.effectiveTo().isBefore(terms.effectiveFrom())) {
            faults.add(new Fault(prefix + "/effectiveTo", "invalid", "is before " + terms.effectiveFrom()));
        }
        if (terms.items().isEmpty() && terms.expenses().isEmpty()) {
            faults.add(new Fault(prefix + "/items", "invalid", "the contract names nothing that could be billed"));
        }
        repeated(prefix + "/items/", terms.items().stream().map(Item::code).toList(), faults);
        repeated(
                prefix + "/expenses/",
                terms.expenses().stream().map(Expense::code).toList(),
                faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-contract", "the contract contradicts itself", faults);
        }
    }

    /** An amendment names its own day and stays with the same payer; another payer needs another contract. */
    static void refuseMoved(ContractTerms present, ContractTerms changed) {
        List<Fault> faults = new ArrayList<>();
        if (!Objects.equals(present.accountId(), changed.accountId())) {
            faults.add(new Fault("/changes/accountId", "not-amendable", "another payer needs a contract of its own"));
        }
        if (!Objects.equals(present.effectiveFrom(), changed.effectiveFrom())) {
            faults.add(new Fault(
                    "/changes/effectiveFrom", "not-amendable", "the day stands beside the changes, not in them"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-amendment", "this cannot be amended", faults);
        }
    }

    /** More is covered because of a guarantee, so nobody agrees to one alone: it is a measure, with its approval. */
    static void refuseGuaranteed(String prefix, CreditTerms before, CreditTerms after) {
        BigDecimal least = before == null || before.guaranteed() == null ? BigDecimal.ZERO : before.guaranteed();
        if (after != null && after.guaranteed() != null && after.guaranteed().compareTo(least) > 0) {
            Fault raised = new Fault(
                    prefix + "/credit/guaranteed",
                    "not-amendable",
                    "a guarantee is agreed upon by the measure GUARANTEE, with its approval");
            throw Refusal.invalid("invalid-contract", "a guarantee needs an approval", List.of(raised));
        }
    }

    /** @param account that payers pay on, or null */
    static void refuseUnknownAccount(String prefix, String clientId, String account, BankAccounts accounts) {
        if (account != null && accounts.collecting(clientId, account).isEmpty()) {
            Fault unknown = new Fault(
                    prefix + "/collectionAccountId",
                    "bank-account-not-found",
                    "neither this client company nor the agency has a bank account '" + account + "'");
            throw Refusal.invalid(
                    "invalid-contract", "the contract names an account that is not on file", List.of(unknown));
        }
    }

    static ContractTerms startingOn(ContractTerms terms, LocalDate day) {
        return new ContractTerms(
                terms.accountId(),
                day,
                terms.effectiveTo(),
                terms.pricesIncludeTax(),
                terms.rounding(),
                terms.items(),
                terms.expenses(),
                terms.terms(),
                terms.lateInterest(),
                terms.transferFee(),
                terms.claimHolder(),
                terms.assignmentNoticeOn(),
                terms.subcontractLaw(),
                terms.approvalLimit(),
                terms.dunningPolicy(),
                terms.collectionAccountId(),
                terms.credit());
    }

    private static void repeated(String prefix, List<String> codes, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                faults.add(new Fault(
                        prefix + i + "/code", "duplicate", "the code '" + codes.get(i) + "' stands here twice"));
            }
        }
    }
}
