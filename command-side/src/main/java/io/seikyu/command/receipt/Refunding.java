package io.seikyu.command.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.task.NewTask;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.receipt.ReceiptCommand.AskRefund;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.receipt.ReceiptEvent.RefundDeclined;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * Money goes back to whoever paid it (返金): asked for by one person, approved by another. From the asking on nothing else
 * may use it. The approval's id is the refund's.
 */
final class Refunding {
    private static final int DAYS_TO_DECIDE = 30;

    private Refunding() {}

    static RefundWaiting ask(Receipt receipt, AskRefund command, Approvals approvals) {
        receipt.refuseUnlessAlive();
        ReceiptState state = receipt.state();
        if (command.amount().compareTo(state.available()) > 0) {
            throw Refusal.conflict(
                    "receipt-exhausted",
                    "of this receipt " + state.available().toPlainString()
                            + " yen is left that no invoice took: take back an allocation first, or pay back less");
        }
        LocalDate lastDay = command.today().plusDays(DAYS_TO_DECIDE);
        ApprovalId approval = approvals.ask(
                NewApproval.of(ApprovalKind.REFUND, Decider.REVIEWER, state.id(), command.reason(), lastDay)
                        .concerning(payer(state))
                        .showing(Map.of(
                                "amount", command.amount().toPlainString(),
                                "received", state.amount().toPlainString(),
                                "unapplied", state.unapplied().toPlainString(),
                                "bookedOn", state.facts().bookedOn().toString()))
                        .sealing(sealed(command.bankAccount())));
        apply(new RefundAsked(
                state.clientId(),
                state.receiptId(),
                approval.value(),
                command.amount(),
                command.bankAccount(),
                command.reason(),
                payer(state) == null ? state.subject() : payer(state).toString()));
        return new RefundWaiting(state.receiptId(), approval.value(), Decider.REVIEWER, command.amount(), lastDay);
    }

    static void refund(Receipt receipt, String refundId, LocalDate today, Tasks tasks) {
        receipt.refuseUnlessAlive();
        ReceiptState state = receipt.state();
        BigDecimal amount = state.refund(refundId)
                .map(WaitingRefund::amount)
                .orElseThrow(() -> Refusal.conflict("receipt-exhausted", "this refund is not waited for any more"));
        apply(new ReceiptRefunded(state.clientId(), state.receiptId(), refundId, amount, today));
        tasks.open(new NewTask(
                TaskId.of(state.clientId(), "refund", refundId),
                TaskKind.REFUND_CREDIT,
                state.id(),
                payer(state),
                Map.of("amount", amount.toPlainString(), "approvalId", refundId),
                null,
                "A refund was approved: transfer it to the account that the approval names"));
        if (receipt.state().unapplied().signum() == 0) {
            tasks.complete(ReceiptTasks.allocation(state), "REFUNDED");
        }
    }

    static void decline(Receipt receipt, String refundId, String why) {
        ReceiptState state = receipt.state();
        state.refund(refundId)
                .ifPresent(waiting -> apply(
                        new RefundDeclined(state.clientId(), state.receiptId(), refundId, waiting.amount(), why)));
    }

    private static AccountId payer(ReceiptState state) {
        return state.payer() == null ? null : new AccountId(state.clientId(), state.payer());
    }

    private static Map<String, String> sealed(BankDetails account) {
        return Map.of(
                "bank", account.bank(),
                "branch", account.branch(),
                "kind", account.kind(),
                "number", account.number(),
                "holder", account.holder());
    }
}
