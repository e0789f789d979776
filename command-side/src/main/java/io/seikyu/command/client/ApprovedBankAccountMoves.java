package io.seikyu.command.client;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.approval.ApprovalKind;

/** Amends a client company by the bank account that was approved. */
public final class ApprovedBankAccountMoves implements ApprovedWork {
    private final CachingRepository<Client, ClientState> clients;

    public ApprovedBankAccountMoves(CachingRepository<Client, ClientState> clients) {
        this.clients = clients;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.BANK_ACCOUNT_CHANGE;
    }

    @Override
    public String aboutType() {
        return "client";
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        BankAccountMove move = BankAccountMove.approved(approval);
        clients.load(approval.about()).execute(client -> client.move(move));
    }
}
