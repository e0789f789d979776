package io.seikyu.command.invoice;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.approval.ApprovalKind;

/** Writes off what was approved, if it is still open. */
public final class ApprovedWriteOffs implements ApprovedWork {
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final Ledgers ledgers;

    public ApprovedWriteOffs(CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers) {
        this.invoices = invoices;
        this.ledgers = ledgers;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.WRITE_OFF;
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        WriteOff approved = WritingOff.approved(approval.id(), approval.work(), grant.today());
        invoices.load(approval.about()).execute(invoice -> invoice.writeOff(approved, ledgers));
    }
}
