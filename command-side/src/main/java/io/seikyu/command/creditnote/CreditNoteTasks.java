package io.seikyu.command.creditnote;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.util.Map;

/** What people have to do about a credit note: decide on it, and pay back what was paid already. */
final class CreditNoteTasks {
    private CreditNoteTasks() {}

    /** Of the version that counts. */
    static TaskId review(CreditNoteState note) {
        return TaskId.of(note.clientId(), "review-credit", note.creditNoteId(), note.version());
    }

    static NewTask toReview(CreditNoteState note) {
        return task(
                review(note),
                TaskKind.REVIEW_CREDIT_NOTE,
                note,
                note.document().total(),
                "A credit note waits for another person than the one who wrote it");
    }

    static NewTask toRefund(CreditNoteState note, BigDecimal excess) {
        return task(
                TaskId.of(note.clientId(), "refund", note.creditNoteId()),
                TaskKind.REFUND_CREDIT,
                note,
                excess,
                "The payer had paid what a credit note takes back, and wants the money");
    }

    private static NewTask task(TaskId id, TaskKind kind, CreditNoteState note, BigDecimal amount, String because) {
        return new NewTask(
                id,
                kind,
                note.id(),
                note.payer(),
                Map.of(
                        "number", note.document().number(),
                        "invoiceId", note.document().invoiceId(),
                        "ground", note.document().ground().name(),
                        "amount", amount.toPlainString()),
                null,
                because);
    }
}
