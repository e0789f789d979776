package io.seikyu.command.bank;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.client.BankDetails;

/** Gives a bank account the details that were approved. */
public final class ApprovedAmendments implements ApprovedWork {
    private final CachingRepository<BankAccount, BankAccountState> accounts;
    private final BankAccountNumbers numbers;

    public ApprovedAmendments(CachingRepository<BankAccount, BankAccountState> accounts, BankAccountNumbers numbers) {
        this.accounts = accounts;
        this.numbers = numbers;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.BANK_ACCOUNT_CHANGE;
    }

    @Override
    public String aboutType() {
        return "bank-account";
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        BankDetails wanted = AmendingAccount.wanted(approval.notErased());
        accounts.load(approval.about()).execute(account -> account.amend(wanted, approval.approvalId(), numbers));
    }
}
