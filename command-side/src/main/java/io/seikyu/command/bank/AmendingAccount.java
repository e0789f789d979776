package io.seikyu.command.bank;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.bank.BankAccountCommand.AmendBankAccount;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.ApprovalId;
import java.time.LocalDate;
import java.util.Map;

/**
 * Other details of a bank account (口座変更): whoever can change where money is expected can also hide it, so two people
 * do it. What was told of the account before stays its own.
 */
final class AmendingAccount {
    private static final int DAYS_TO_DECIDE = 14;

    private AmendingAccount() {}

    static AmendmentAsked ask(BankAccountState state, AmendBankAccount command, Approvals approvals) {
        BankDetails wanted = command.changes().applyTo(state.details());
        if (wanted.equals(state.details())) {
            throw Refusal.conflict("nothing-changes", "the account is as this says already");
        }
        LocalDate lastDay = command.today().plusDays(DAYS_TO_DECIDE);
        ApprovalId approval = approvals.ask(NewApproval.of(
                        ApprovalKind.BANK_ACCOUNT_CHANGE, Decider.REVIEWER, state.id(), command.reason(), lastDay)
                .sealing(Map.of(
                        "bank", wanted.bank(),
                        "branch", wanted.branch(),
                        "kind", wanted.kind(),
                        "number", wanted.number(),
                        "holder", wanted.holder())));
        return new AmendmentAsked(state.bankAccountId(), approval.value(), lastDay);
    }

    static BankDetails wanted(Map<String, String> sealed) {
        return new BankDetails(
                sealed.get("bank"),
                sealed.get("branch"),
                sealed.get("kind"),
                sealed.get("number"),
                sealed.get("holder"));
    }

    /** @throws Refusal when another account on file has become the wanted one meanwhile */
    static void refuseTaken(BankAccountState state, BankDetails wanted, BankAccountNumbers numbers) {
        if (isSame(state.details(), wanted)) {
            return;
        }
        if (!numbers.claim(wanted)) {
            throw Refusal.conflict(
                    "bank-account-on-file", "this account is on file already: an account has one id and one owner");
        }
        numbers.free(state.details());
    }

    private static boolean isSame(BankDetails one, BankDetails other) {
        return one.bank().equals(other.bank())
                && one.branch().equals(other.branch())
                && one.kind().equals(other.kind())
                && one.number().equals(other.number());
    }
}
