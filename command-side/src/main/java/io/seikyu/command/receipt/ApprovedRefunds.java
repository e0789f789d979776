package io.seikyu.command.receipt;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.approval.ApprovalKind;

/** Notes what was approved to be paid back, and frees what was not. */
public final class ApprovedRefunds implements ApprovedWork {
    private final CachingRepository<Receipt, ReceiptState> receipts;
    private final Tasks tasks;

    public ApprovedRefunds(CachingRepository<Receipt, ReceiptState> receipts, Tasks tasks) {
        this.receipts = receipts;
        this.tasks = tasks;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.REFUND;
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        receipts.load(approval.about())
                .execute(receipt -> receipt.refund(approval.id().value(), grant.today(), tasks));
    }

    @Override
    public void drop(ApprovalState approval, String why) {
        receipts.load(approval.about())
                .execute(receipt ->
                        receipt.decline(approval.id().value(), approval.status().name()));
    }
}
