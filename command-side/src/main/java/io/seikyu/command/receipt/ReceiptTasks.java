package io.seikyu.command.receipt;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.util.Map;

/** What people have to do about money that no invoice took. */
public final class ReceiptTasks {
    private ReceiptTasks() {}

    /** Whatever opens it, a receipt has one: it ends when nothing of the receipt is unapplied. */
    public static TaskId allocation(ReceiptState receipt) {
        return TaskId.of(receipt.clientId(), "receipt", receipt.receiptId());
    }

    static NewTask allocate(ReceiptState receipt, String because) {
        return new NewTask(
                allocation(receipt),
                TaskKind.ALLOCATE_RECEIPT,
                receipt.id(),
                receipt.payer() == null ? null : new AccountId(receipt.clientId(), receipt.payer()),
                Map.of("unapplied", receipt.unapplied().toPlainString()),
                null,
                because);
    }
}
