package io.seikyu.command.invoice;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.util.Map;

/** What people have to do about a dispute: decide it, and write a credit note when it is upheld. */
final class DisputeTasks {
    private DisputeTasks() {}

    static TaskId resolution(InvoiceState invoice, String disputeId) {
        return TaskId.of(invoice.clientId(), "dispute", invoice.invoiceId(), disputeId);
    }

    static NewTask resolve(InvoiceState invoice, String disputeId, BigDecimal amount) {
        return task(
                resolution(invoice, disputeId),
                TaskKind.RESOLVE_DISPUTE,
                invoice,
                disputeId,
                amount,
                "The payer disputes this invoice; it is not reminded of while nobody has decided");
    }

    static NewTask credit(InvoiceState invoice, String disputeId, BigDecimal upheld) {
        return task(
                TaskId.of(invoice.clientId(), "credit", invoice.invoiceId(), disputeId),
                TaskKind.WRITE_CREDIT_NOTE,
                invoice,
                disputeId,
                upheld,
                "A dispute was upheld: a credit note is due");
    }

    private static NewTask task(
            TaskId id, TaskKind kind, InvoiceState invoice, String disputeId, BigDecimal amount, String because) {
        return new NewTask(
                id,
                kind,
                invoice.id(),
                invoice.payer(),
                Map.of(
                        "invoiceNumber", invoice.document().writtenNumber(),
                        "disputeId", disputeId,
                        "amount", amount.toPlainString()),
                null,
                because);
    }
}
