package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.invoice.InvoiceCommand.RequestWriteOff;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.WriteOffGround;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A claim, or a part of it, is given up (貸倒れ・債権放棄): asked for, and done when another person approved it. Whose claim it
 * is decides who that is: a claim that the client company holds is given up by nobody but its own people.
 */
final class WritingOff {
    private static final int DAYS_TO_DECIDE = 30;
    private static final String AMOUNT = "amount";
    private static final String GROUND = "ground";

    private WritingOff() {}

    static WriteOffAsked ask(Invoice invoice, RequestWriteOff command, WriteOffDesk desk) {
        InvoiceState state = invoice.state();
        refuseUnlessOpen(invoice);
        BigDecimal amount = command.amount() == null ? state.balance() : command.amount();
        refuseAbove(amount, state.balance());
        ClaimHolder holder = desk.holder(state);
        Decider decider = decider(holder, command.byClient());
        LocalDate lastDay = command.today().plusDays(DAYS_TO_DECIDE);
        ApprovalId approval = desk.approvals()
                .ask(NewApproval.of(ApprovalKind.WRITE_OFF, decider, state.id(), command.reason(), lastDay)
                        .concerning(state.payer())
                        .showing(Map.of(
                                "invoiceNumber",
                                state.document().writtenNumber(),
                                AMOUNT,
                                text(amount),
                                "balance",
                                text(state.balance()),
                                "dueDate",
                                String.valueOf(state.document().dueDate()),
                                GROUND,
                                command.ground().name(),
                                "claimHolder",
                                holder.name()))
                        .thenDoing(Map.of(
                                AMOUNT, text(amount), GROUND, command.ground().name())));
        return new WriteOffAsked(state.invoiceId(), approval.value(), decider, amount, lastDay);
    }

    /** Where the client company's own person asks, the agency's is the second one. */
    private static Decider decider(ClaimHolder holder, boolean byClient) {
        return holder == ClaimHolder.PURCHASED || byClient ? Decider.REVIEWER : Decider.CLIENT;
    }

    static WriteOff approved(ApprovalId approval, Map<String, String> work, LocalDate today) {
        return new WriteOff(
                approval.value(), new BigDecimal(work.get(AMOUNT)), WriteOffGround.valueOf(work.get(GROUND)), today);
    }

    static void writeOff(Invoice invoice, WriteOff approved, Ledgers ledgers) {
        InvoiceState state = invoice.state();
        refuseUnlessOpen(invoice);
        refuseAbove(approved.amount(), state.balance());
        apply(new InvoiceWrittenOff(
                state.clientId(),
                state.invoiceId(),
                approved.approvalId(),
                approved.ground(),
                approved.today(),
                approved.amount(),
                state.balance().subtract(approved.amount())));
        Claiming.tell(invoice, ledgers);
    }

    private static void refuseUnlessOpen(Invoice invoice) {
        invoice.refuseUnless(
                invoice.state().status().isIssued(),
                "invoice-not-issued",
                "only a claim that the payer knows of is written off");
        invoice.refuseUnless(
                invoice.state().balance().signum() > 0, "nothing-open", "nothing is left of it to be written off");
    }

    private static void refuseAbove(BigDecimal amount, BigDecimal balance) {
        if (amount.compareTo(balance) > 0) {
            throw Refusal.invalid(
                    "write-off-above-balance",
                    text(amount) + " yen are to be written off, and only " + text(balance) + " yen are open",
                    List.of(new Fault(
                            "/amount", "too-large", "must be at most what is open, " + text(balance) + " yen")));
        }
    }

    private static String text(BigDecimal yen) {
        return yen.stripTrailingZeros().toPlainString();
    }
}
