package io.seikyu.query.invoice;

import io.seikyu.contract.invoice.ChargePart;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An invoice with every version of its document, what the review found in each, and what was paid.
 *
 * @param versions     in order; the last one counts
 * @param claim        absent before the invoice was issued
 * @param cancellation absent while the invoice stands
 * @param deliveries   how it was sent to its payer, in order
 * @param after        what became of the claim, besides payments
 */
public record InvoiceView(
        String clientId,
        String invoiceId,
        Status status,
        List<Version> versions,
        Claim claim,
        List<Payment> payments,
        Cancellation cancellation,
        List<Delivery> deliveries,
        AfterIssue after) {

    public enum Status {
        SUBMITTED,
        DISCREPANT,
        IN_REVIEW,
        APPROVED,
        ISSUED,
        PARTLY_PAID,
        PAID,
        REJECTED,
        CANCELLED,
        WRITTEN_OFF,
        /** Still open, and the client company collects it by itself. */
        HANDED_BACK
    }

    /**
     * One document as it was handed in.
     *
     * @param reason   why it was corrected; absent for the first
     * @param review   absent while it was not reviewed
     * @param decision absent while nobody decided
     */
    public record Version(
            int version,
            Instant at,
            String by,
            String reason,
            InvoiceDocument document,
            Review review,
            Decision decision) {}

    /** @param coverage how much of it the agency bears the risk of, as it was decided last */
    public record Review(
            Instant at,
            Outcome outcome,
            String policyVersion,
            List<String> rules,
            List<Finding> findings,
            Coverage coverage) {
        Review and(Finding finding) {
            return new Review(at, outcome, policyVersion, rules, appended(findings, finding), coverage);
        }

        Review with(Coverage next) {
            return new Review(at, outcome, policyVersion, rules, findings, next);
        }
    }

    /** @param byPerson false when the review found nothing and no person had to look */
    public record Decision(boolean approved, boolean byPerson, String reason, Instant at, String by) {}

    /** @param balance what is still open, yen */
    public record Claim(LocalDate issuedOn, LocalDate dueDate, BigDecimal payable, BigDecimal balance) {
        Claim open(BigDecimal left) {
            return new Claim(issuedOn, dueDate, payable, left);
        }
    }

    /**
     * What one receipt paid.
     *
     * @param amount     of the principal, yen
     * @param deductions what was kept back beside it
     * @param charges    what it paid of claimed charges
     * @param recovered  what it paid of what had been written off, yen
     * @param balance    what was still open after it
     * @param prepaid    whether it was set off when the invoice was issued
     * @param undone     why it does not count any more; absent while it does
     */
    public record Payment(
            String receiptId,
            LocalDate bookedOn,
            BigDecimal amount,
            List<Deduction> deductions,
            List<ChargePart> charges,
            BigDecimal recovered,
            BigDecimal balance,
            boolean prepaid,
            String undone) {
        static Payment none(String receiptId, LocalDate bookedOn, BigDecimal balance) {
            return new Payment(
                    receiptId, bookedOn, BigDecimal.ZERO, List.of(), List.of(), BigDecimal.ZERO, balance, false, null);
        }

        Payment plus(BigDecimal more, BigDecimal open) {
            return with(amount.add(more), deductions, charges, recovered, open, undone);
        }

        Payment and(Deduction deduction, BigDecimal open) {
            return with(amount, appended(deductions, deduction), charges, recovered, open, undone);
        }

        Payment and(ChargePart part) {
            return with(amount, deductions, appended(charges, part), recovered, balance, undone);
        }

        Payment recovering(BigDecimal more) {
            return with(amount, deductions, charges, recovered.add(more), balance, undone);
        }

        Payment undone(String reason) {
            return with(amount, deductions, charges, recovered, balance, reason);
        }

        private Payment with(
                BigDecimal principal,
                List<Deduction> kept,
                List<ChargePart> parts,
                BigDecimal again,
                BigDecimal open,
                String why) {
            return new Payment(receiptId, bookedOn, principal, kept, parts, again, open, prepaid, why);
        }

        /** Whether who paid it acknowledged the debt by it (民法 152). */
        boolean acknowledges() {
            return counts() && !prepaid && (amount.signum() > 0 || !charges.isEmpty());
        }

        boolean counts() {
            return undone == null;
        }
    }

    public record Cancellation(String reason, String replacedBy, Instant at, String by) {}

    /**
     * One time that it was sent to its payer.
     *
     * @param reason  why it was sent again; absent the first time
     * @param outcome absent while it is on its way
     * @param at      of the outcome
     */
    public record Delivery(
            String deliveryId,
            int round,
            Channel channel,
            Instant requestedAt,
            String reason,
            DeliveryOutcome outcome,
            Instant at,
            String note) {
        Delivery with(DeliveryOutcome next, Instant when, String said) {
            return new Delivery(
                    deliveryId, round, channel, requestedAt, reason, next, when, said == null ? note : said);
        }
    }

    /** Whether it may be relied upon that the payer has it. */
    public boolean delivered() {
        return deliveries.stream()
                .anyMatch(delivery ->
                        delivery.outcome() != null && delivery.outcome().hasArrived());
    }

    /** Whether an objection of the payer waits for a decision. */
    public boolean disputed() {
        return cancellation == null && after.disputed();
    }

    public Version last() {
        return versions.get(versions.size() - 1);
    }

    /** What is still open, yen: zero before the invoice was issued and after it was cancelled. */
    public BigDecimal balance() {
        return claim == null || cancellation != null ? BigDecimal.ZERO : claim.balance();
    }

    /** When it is to be paid: as issued, and before that as handed in. */
    public LocalDate dueDate() {
        return claim == null ? last().document().dueDate() : claim.dueDate();
    }

    InvoiceView with(Status next) {
        boolean open = next == Status.ISSUED || next == Status.PARTLY_PAID;
        Status shown = open && after.standing().handBack() != null ? Status.HANDED_BACK : next;
        return new InvoiceView(clientId, invoiceId, shown, versions, claim, payments, cancellation, deliveries, after);
    }

    InvoiceView with(Claim next) {
        return new InvoiceView(clientId, invoiceId, status, versions, next, payments, cancellation, deliveries, after);
    }

    InvoiceView with(Cancellation next) {
        return new InvoiceView(clientId, invoiceId, status, versions, claim, payments, next, deliveries, after);
    }

    InvoiceView and(Version next) {
        return new InvoiceView(
                clientId,
                invoiceId,
                status,
                appended(versions, next),
                claim,
                payments,
                cancellation,
                deliveries,
                after);
    }

    InvoiceView and(Payment next) {
        return paid(appended(payments, next));
    }

    /** More of the same receipt, which counts as one payment. */
    InvoiceView paid(String receiptId, LocalDate bookedOn, UnaryOperator<Payment> more) {
        boolean known = payments.stream().anyMatch(payment -> isOf(payment, receiptId));
        List<Payment> all = known ? payments : appended(payments, Payment.none(receiptId, bookedOn, balance()));
        return paid(all.stream()
                .map(payment -> isOf(payment, receiptId) ? more.apply(payment) : payment)
                .toList());
    }

    InvoiceView undone(String receiptId, String reason) {
        return paid(payments.stream()
                .map(payment ->
                        payment.counts() && payment.receiptId().equals(receiptId) ? payment.undone(reason) : payment)
                .toList());
    }

    /** Whether anything of the principal was paid or kept back since it was issued. */
    boolean partlyPaid() {
        return payments.stream()
                .filter(payment -> payment.counts() && !payment.prepaid())
                .anyMatch(payment ->
                        payment.amount().signum() > 0 || !payment.deductions().isEmpty());
    }

    private static boolean isOf(Payment payment, String receiptId) {
        return payment.counts() && !payment.prepaid() && payment.receiptId().equals(receiptId);
    }

    private InvoiceView paid(List<Payment> next) {
        return new InvoiceView(clientId, invoiceId, status, versions, claim, next, cancellation, deliveries, after);
    }

    /** What is open of claimed interest and costs, yen. */
    public BigDecimal claimedCharges() {
        return claim == null || cancellation != null ? BigDecimal.ZERO : after.claimedCharges();
    }

    InvoiceView and(Delivery next) {
        return with(appended(deliveries, next));
    }

    InvoiceView with(List<Delivery> next) {
        return new InvoiceView(clientId, invoiceId, status, versions, claim, payments, cancellation, next, after);
    }

    InvoiceView with(AfterIssue next) {
        return new InvoiceView(clientId, invoiceId, status, versions, claim, payments, cancellation, deliveries, next);
    }

    /** The last version, with what became of it. */
    InvoiceView withLast(Review review, Decision decision) {
        Version last = last();
        List<Version> all = new ArrayList<>(versions);
        all.set(
                all.size() - 1,
                new Version(last.version, last.at, last.by, last.reason, last.document, review, decision));
        return new InvoiceView(
                clientId, invoiceId, status, List.copyOf(all), claim, payments, cancellation, deliveries, after);
    }

    static <T> List<T> appended(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }
}
