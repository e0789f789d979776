package io.seikyu.command.receipt;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.util.LinkedHashMap;
import java.util.List;
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
                receipt.isOfTheAgency() ? TaskKind.ASSIGN_RECEIPT : TaskKind.ALLOCATE_RECEIPT,
                receipt.id(),
                receipt.payer() == null ? null : new AccountId(receipt.clientId(), receipt.payer()),
                Map.of("unapplied", receipt.unapplied().toPlainString()),
                null,
                because);
    }

    private static String whatFor(List<String> candidates) {
        return candidates.isEmpty()
                ? "Nobody is known who may have sent this money: find out who did"
                : "Money came in that may be for one of these: say what it is for";
    }

    private static String whose(List<String> candidates) {
        return candidates.isEmpty()
                ? "Nobody is known who may have sent this money on a collective account: find out whose it is"
                : "Money came in on a collective account that may be of one of these: say which client company's it is";
    }

    /** @param candidates in words, the best first */
    static NewTask choose(ReceiptState receipt, List<String> doubts, List<String> candidates) {
        NewTask plain = allocate(receipt, receipt.isOfTheAgency() ? whose(candidates) : whatFor(candidates));
        Map<String, String> facts = new LinkedHashMap<>(plain.facts());
        facts.put("doubts", String.join(", ", doubts));
        for (int i = 0; i < candidates.size(); i++) {
            facts.put("candidate" + (i + 1), candidates.get(i));
        }
        return new NewTask(
                plain.id(), plain.kind(), plain.about(), plain.payer(), facts, plain.dueOn(), plain.because());
    }
}
