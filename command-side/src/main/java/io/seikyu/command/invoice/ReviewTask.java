package io.seikyu.command.invoice;

import io.seikyu.command.review.Review;
import io.seikyu.command.task.NewTask;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.task.TaskKind;
import java.util.Map;
import java.util.stream.Collectors;

/** The task to decide on an invoice that the review doubts: one for each version of its document. */
final class ReviewTask {
    private ReviewTask() {}

    /** Of the version that counts. */
    static TaskId id(InvoiceState invoice) {
        return TaskId.of(invoice.clientId(), "review", invoice.invoiceId(), invoice.version());
    }

    static NewTask of(InvoiceState invoice, Review review) {
        String doubts = review.findings().stream().map(Finding::code).distinct().collect(Collectors.joining(", "));
        return new NewTask(
                id(invoice),
                TaskKind.REVIEW_INVOICE,
                invoice.id(),
                invoice.payer(),
                Map.of(
                        "invoiceNumber", invoice.document().writtenNumber(),
                        "payable", invoice.document().payable().toPlainString(),
                        "dueDate", invoice.document().dueDate().toString(),
                        "findings", doubts),
                null,
                "The review doubts this invoice: " + doubts);
    }
}
