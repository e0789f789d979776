package io.seikyu.command.receipt;

import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.ReceiptCommand.AssignReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt has to know to decide: what came in, and where it went.
 *
 * @param subject  whose personal data the payer's name is
 * @param payer    the account it came from, or null while nobody is known
 * @param shares   what invoices took, one for each
 * @param prepaid  what invoices took when they were issued, one for each
 * @param refunded what went back to the payer, yen
 * @param refunds  that wait for a second person
 * @param reversed what the bank took back, yen
 * @param assigned what the agency passed on to its client company, or null
 * @param candidates whom it may be of and what for, as a person was shown it; null when nobody was asked
 * @param touched    whether an invoice ever took some of it, somebody said who paid it, or asked to pay it back
 */
public record ReceiptState(
        String clientId,
        String receiptId,
        String subject,
        ReceiptFacts facts,
        String payer,
        List<Share> shares,
        List<Share> prepaid,
        BigDecimal refunded,
        List<WaitingRefund> refunds,
        BigDecimal reversed,
        Assigned assigned,
        List<Candidate> candidates,
        boolean touched) {

    static ReceiptState of(ReceiptRecorded event) {
        return new ReceiptState(
                event.clientId(),
                event.receiptId(),
                event.subject(),
                ReceiptFacts.of(event),
                event.accountId(),
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                List.of(),
                BigDecimal.ZERO,
                null,
                null,
                false);
    }

    ReceiptId id() {
        return new ReceiptId(clientId, receiptId);
    }

    /** Whether it is on an account of the agency and nobody knows yet for which client company. */
    public boolean isOfTheAgency() {
        return clientId.equals(Ids.AGENCY);
    }

    /** What a person recorded for a payer waits for an invoice to come, as kept credit does. */
    boolean isToBeMatched() {
        return isToBeMatched(facts.source(), payer);
    }

    static boolean isToBeMatched(ReceiptSource source, @Nullable String payer) {
        return switch (source.kind()) {
            case PERSON -> payer == null;
            case BANK_FILE, AGENCY, COLLECTIVE -> true;
            case CREDIT_NOTE -> false;
        };
    }

    /** Whether the program may still find out what it is for. */
    boolean isUntouched() {
        return status() == ReceiptStatus.UNMATCHED && !touched && facts.invoiceId() == null;
    }

    /** How it paid, as invoices and accounts know it. */
    Payment payment() {
        return new Payment(receiptId, facts.bookedOn(), facts.method());
    }

    public BigDecimal amount() {
        return facts.amount();
    }

    /** What invoices have of it. */
    public BigDecimal allocated() {
        return Stream.concat(shares.stream(), prepaid.stream())
                .map(Share::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What invoices took when they were issued, yen. */
    public BigDecimal setOff() {
        return prepaid.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is nowhere else: the payer's credit. */
    public BigDecimal unapplied() {
        BigDecimal passedOn = assigned == null ? BigDecimal.ZERO : assigned.amount();
        return amount().subtract(allocated())
                .subtract(refunded)
                .subtract(reversed)
                .subtract(passedOn);
    }

    /** What of it may still be used: it is not about to be paid back. */
    public BigDecimal available() {
        BigDecimal waiting = refunds.stream().map(WaitingRefund::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return unapplied().subtract(waiting);
    }

    public ReceiptStatus status() {
        if (reversed.signum() > 0) {
            return ReceiptStatus.REVERSED;
        } else if (assigned != null) {
            return ReceiptStatus.ASSIGNED;
        }
        boolean taken = allocated().signum() > 0;
        if (unapplied().signum() == 0) {
            return taken ? ReceiptStatus.ALLOCATED : ReceiptStatus.REFUNDED;
        }
        return taken ? ReceiptStatus.PARTLY_ALLOCATED : ReceiptStatus.UNMATCHED;
    }

    /** Whether it was passed on before, and to the same client company and payer. */
    boolean isAssignedBy(AssignReceipt command) {
        return assigned != null
                && assigned.clientId().equals(command.clientId())
                && Objects.equals(assigned.accountId(), command.accountId());
    }

    /** What this invoice has of it; empty when it has nothing. */
    Optional<BigDecimal> shareOf(String invoiceId) {
        return Stream.concat(shares.stream(), prepaid.stream())
                .filter(share -> share.invoiceId().equals(invoiceId))
                .map(Share::amount)
                .reduce(BigDecimal::add);
    }

    Optional<WaitingRefund> refund(String refundId) {
        return refunds.stream()
                .filter(refund -> refund.refundId().equals(refundId))
                .findFirst();
    }

    ReceiptState with(ReceiptAllocated event) {
        BigDecimal keptBack =
                event.deductions().stream().map(Deduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return with(plus(shares, new Share(event.invoiceId(), event.amount(), keptBack)), prepaid);
    }

    ReceiptState with(ReceiptSetOff event) {
        return with(shares, plus(prepaid, new Share(event.invoiceId(), event.amount(), BigDecimal.ZERO)));
    }

    ReceiptState without(AllocationUndone event) {
        return with(without(shares, event.invoiceId()), without(prepaid, event.invoiceId()));
    }

    ReceiptState paidBy(String account) {
        return new ReceiptState(
                clientId,
                receiptId,
                subject,
                facts,
                account,
                shares,
                prepaid,
                refunded,
                refunds,
                reversed,
                assigned,
                candidates,
                true);
    }

    ReceiptState with(CandidatesFound event) {
        return new ReceiptState(
                clientId,
                receiptId,
                subject,
                facts,
                payer,
                shares,
                prepaid,
                refunded,
                refunds,
                reversed,
                assigned,
                event.candidates(),
                touched);
    }

    ReceiptState with(RefundAsked event) {
        List<WaitingRefund> all = new ArrayList<>(refunds);
        all.add(new WaitingRefund(event.refundId(), event.amount()));
        return with(refunded, all, reversed, assigned);
    }

    ReceiptState with(ReceiptRefunded event) {
        return with(refunded.add(event.amount()), waiting(event.refundId()), reversed, assigned);
    }

    ReceiptState declined(String refundId) {
        return with(refunded, waiting(refundId), reversed, assigned);
    }

    ReceiptState with(ReceiptReversed event) {
        return with(refunded, List.of(), reversed.add(event.amount()), assigned);
    }

    ReceiptState with(ReceiptAssigned event) {
        Assigned to = new Assigned(event.toClientId(), event.toReceiptId(), event.toAccountId(), event.amount());
        return with(refunded, refunds, reversed, to);
    }

    private ReceiptState with(List<Share> taken, List<Share> before) {
        return new ReceiptState(
                clientId,
                receiptId,
                subject,
                facts,
                payer,
                taken,
                before,
                refunded,
                refunds,
                reversed,
                assigned,
                candidates,
                true);
    }

    private ReceiptState with(BigDecimal back, List<WaitingRefund> waiting, BigDecimal gone, Assigned passedOn) {
        return new ReceiptState(
                clientId,
                receiptId,
                subject,
                facts,
                payer,
                shares,
                prepaid,
                back,
                List.copyOf(waiting),
                gone,
                passedOn,
                candidates,
                touched || !waiting.isEmpty() || !refunds.isEmpty());
    }

    private List<WaitingRefund> waiting(String without) {
        return refunds.stream()
                .filter(refund -> !refund.refundId().equals(without))
                .toList();
    }

    private static List<Share> plus(List<Share> shares, Share more) {
        if (shares.stream().noneMatch(share -> share.invoiceId().equals(more.invoiceId()))) {
            List<Share> all = new ArrayList<>(shares);
            all.add(more);
            return List.copyOf(all);
        }
        return shares.stream()
                .map(share ->
                        share.invoiceId().equals(more.invoiceId()) ? share.plus(more.amount(), more.deducted()) : share)
                .toList();
    }

    private static List<Share> without(List<Share> shares, String invoiceId) {
        return shares.stream()
                .filter(share -> !share.invoiceId().equals(invoiceId))
                .toList();
    }
}
