package io.seikyu.query.receipt;

import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.Match;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Money that came in, and where it went.
 *
 * @param recorded    what is known of it
 * @param accountId   the payer; absent while nobody is known
 * @param allocations those that count and those that were undone, in order
 * @param refunds     asked for, made and declined, in order
 * @param reversed    what the bank took back, yen
 * @param assigned    where the agency passed it on to; absent while it did not
 * @param search      what the program found that it may be for; absent where that was clear, or said
 */
public record ReceiptView(
        String clientId,
        String receiptId,
        Facts recorded,
        String accountId,
        List<Allocation> allocations,
        List<Refund> refunds,
        BigDecimal reversed,
        Assignment assigned,
        Search search) {

    /** @param invoiceId what the payer said the money is for; may be absent */
    public record Facts(
            LocalDate bookedOn,
            BigDecimal amount,
            String payerName,
            Method method,
            String virtualAccount,
            String reference,
            String invoiceId,
            ReceiptSource source) {}

    /**
     * @param amount  of the receipt's money, yen
     * @param prepaid whether the invoice took it when it was issued
     * @param match   why, when the program itself found it; absent for a person's word
     * @param undone  why it does not count any more; absent while it does
     */
    public record Allocation(
            String invoiceId,
            BigDecimal amount,
            List<Deduction> deductions,
            boolean prepaid,
            Match match,
            String undone) {
        boolean counts() {
            return undone == null;
        }

        Allocation undone(String reason) {
            return new Allocation(invoiceId, amount, deductions, prepaid, match, reason);
        }
    }

    /** @param declined why it is not made */
    public record Refund(
            String refundId,
            BigDecimal amount,
            RefundState state,
            String reason,
            LocalDate refundedOn,
            String declined) {
        Refund with(RefundState next, LocalDate on, String why) {
            return new Refund(refundId, amount, next, reason, on, why);
        }
    }

    /**
     * @param policyVersion the matching policy
     * @param doubts        why nothing was allocated, as codes
     * @param candidates    the best first
     */
    public record Search(String policyVersion, List<String> doubts, List<Candidate> candidates) {}

    public enum RefundState {
        ASKED,
        REFUNDED,
        DECLINED
    }

    public record Assignment(String clientId, String receiptId, BigDecimal amount) {}

    public enum Status {
        UNMATCHED,
        PARTLY_ALLOCATED,
        ALLOCATED,
        REVERSED,
        REFUNDED,
        ASSIGNED
    }

    public Status status() {
        if (reversed.signum() > 0) {
            return Status.REVERSED;
        } else if (assigned != null) {
            return Status.ASSIGNED;
        }
        boolean taken = allocated().signum() > 0;
        if (unapplied().signum() == 0) {
            return taken ? Status.ALLOCATED : Status.REFUNDED;
        }
        return taken ? Status.PARTLY_ALLOCATED : Status.UNMATCHED;
    }

    /** What is nowhere else: the payer's credit, yen. */
    public BigDecimal unapplied() {
        BigDecimal passedOn = assigned == null ? BigDecimal.ZERO : assigned.amount();
        return recorded.amount()
                .subtract(allocated())
                .subtract(refunded())
                .subtract(reversed)
                .subtract(passedOn);
    }

    public BigDecimal refunded() {
        return refunds.stream()
                .filter(refund -> refund.state() == RefundState.REFUNDED)
                .map(Refund::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal allocated() {
        return allocations.stream()
                .filter(Allocation::counts)
                .map(Allocation::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ReceiptView paidBy(String payer) {
        return new ReceiptView(clientId, receiptId, recorded, payer, allocations, refunds, reversed, assigned, search);
    }

    ReceiptView with(Search found) {
        return new ReceiptView(
                clientId, receiptId, recorded, accountId, allocations, refunds, reversed, assigned, found);
    }

    ReceiptView and(Allocation allocation) {
        return with(appended(allocations, allocation));
    }

    ReceiptView undone(String invoiceId, String reason) {
        return with(allocations.stream()
                .map(allocation -> allocation.counts() && allocation.invoiceId().equals(invoiceId)
                        ? allocation.undone(reason)
                        : allocation)
                .toList());
    }

    ReceiptView and(Refund asked) {
        return refunds(appended(refunds, asked));
    }

    ReceiptView refund(String refundId, UnaryOperator<Refund> change) {
        return refunds(refunds.stream()
                .map(refund -> refund.refundId().equals(refundId) ? change.apply(refund) : refund)
                .toList());
    }

    ReceiptView reversed(BigDecimal amount) {
        return new ReceiptView(
                clientId, receiptId, recorded, accountId, allocations, refunds, amount, assigned, search);
    }

    ReceiptView with(Assignment to) {
        return new ReceiptView(clientId, receiptId, recorded, accountId, allocations, refunds, reversed, to, search);
    }

    private ReceiptView with(List<Allocation> next) {
        return new ReceiptView(clientId, receiptId, recorded, accountId, next, refunds, reversed, assigned, search);
    }

    private ReceiptView refunds(List<Refund> next) {
        return new ReceiptView(clientId, receiptId, recorded, accountId, allocations, next, reversed, assigned, search);
    }

    private static <T> List<T> appended(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }
}
