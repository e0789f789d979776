package io.seikyu.command.creditnote;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.invoice.InvoiceNumbers;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.approval.ApprovalKind;

/** Issues the credit note that was approved; one that will not be is rejected. */
public final class ApprovedCreditNotes implements ApprovedWork {
    private final CachingRepository<CreditNote, CreditNoteState> notes;
    private final CreditedInvoices invoices;
    private final InvoiceNumbers numbers;
    private final Ledgers ledgers;
    private final Tasks tasks;

    public ApprovedCreditNotes(
            CachingRepository<CreditNote, CreditNoteState> notes,
            CreditedInvoices invoices,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            Tasks tasks) {
        this.notes = notes;
        this.invoices = invoices;
        this.numbers = numbers;
        this.ledgers = ledgers;
        this.tasks = tasks;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.CREDIT_NOTE;
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        notes.load(approval.about()).execute(note -> note.issue(grant, invoices, ledgers, tasks));
    }

    @Override
    public void drop(ApprovalState approval, String why) {
        notes.load(approval.about()).execute(note -> note.reject(why, numbers, tasks));
    }

    /** It stays as it is: it can be corrected, and then waits anew. */
    @Override
    public void failed(ApprovalState approval, String why) {}
}
