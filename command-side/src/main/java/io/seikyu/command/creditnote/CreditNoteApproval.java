package io.seikyu.command.creditnote;

import io.seikyu.command.approval.NewApproval;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.id.ApprovalId;
import java.util.Map;

/** What waits with a reviewed credit note: to be issued. Each version waits for itself, as long as it takes. */
final class CreditNoteApproval {
    private CreditNoteApproval() {}

    /** Of the version that counts. */
    static ApprovalId id(CreditNoteState note) {
        return new ApprovalId(note.clientId(), CreditNoteTasks.review(note).value());
    }

    static NewApproval of(CreditNoteState note) {
        return NewApproval.of(
                        ApprovalKind.CREDIT_NOTE,
                        Decider.REVIEWER_OR_CLIENT,
                        note.id(),
                        note.document().reason(),
                        null)
                .named(id(note).value())
                .concerning(note.payer())
                .involving(note.authors().stream().sorted().toList())
                .showing(Map.of(
                        "number", note.document().number(),
                        "invoiceId", note.document().invoiceId(),
                        "ground", note.document().ground().name(),
                        "amount", note.document().total().toPlainString(),
                        "excess", note.document().excess().name()));
    }
}
