package io.seikyu.query.invoice;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.invoice.ChargeKind;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.PromiseOutcome;
import io.seikyu.contract.invoice.WriteOffGround;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of the claim once the payer had the invoice, besides payments.
 *
 * @param disputes    the payer's objections, in order
 * @param creditNotes those that were issued, in order
 * @param writeOffs   what was given up, in order
 * @param promises    the payer's promises to pay, in order
 * @param charges     interest and costs that were claimed beside it, in order
 * @param reminders   that reached the payer, as far as anybody knows, in order
 * @param standing    whose the claim is, and until when it can be enforced
 */
public record AfterIssue(
        List<Dispute> disputes,
        List<CreditNote> creditNotes,
        List<WriteOff> writeOffs,
        List<Charge> charges,
        List<Promise> promises,
        List<Reminded> reminders,
        Standing standing) {
    static final AfterIssue NOTHING =
            new AfterIssue(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Standing.USUAL);

    /**
     * @param round   from 1; a dispute that was rejected begins another
     * @param newDate until when payment was asked for; absent: no date was named
     */
    public record Reminded(
            String reminderId,
            Stage stage,
            ContactChannel channel,
            int round,
            LocalDate on,
            @Nullable LocalDate newDate) {}

    AfterIssue and(Reminded made) {
        return new AfterIssue(
                disputes, creditNotes, writeOffs, charges, promises, InvoiceView.appended(reminders, made), standing);
    }

    AfterIssue withoutReminder(String reminderId) {
        return new AfterIssue(
                disputes,
                creditNotes,
                writeOffs,
                charges,
                promises,
                reminders.stream()
                        .filter(it -> !it.reminderId().equals(reminderId))
                        .toList(),
                standing);
    }

    /**
     * @param outcome absent while it is not judged
     * @param missing what did not come in in time, yen; absent while it is not judged
     */
    public record Promise(
            String promiseId,
            BigDecimal amount,
            LocalDate payOn,
            Instant at,
            @Nullable String by,
            @Nullable PromiseOutcome outcome,
            @Nullable BigDecimal missing) {}

    AfterIssue and(Promise promised) {
        return new AfterIssue(
                disputes,
                creditNotes,
                writeOffs,
                charges,
                InvoiceView.appended(promises, promised),
                reminders,
                standing);
    }

    AfterIssue settled(PromiseSettled event) {
        return new AfterIssue(
                disputes,
                creditNotes,
                writeOffs,
                charges,
                promises.stream()
                        .map(it -> it.promiseId().equals(event.promiseId())
                                ? new Promise(
                                        it.promiseId(),
                                        it.amount(),
                                        it.payOn(),
                                        it.at(),
                                        it.by(),
                                        event.outcome(),
                                        event.missing())
                                : it)
                        .toList(),
                reminders,
                standing);
    }

    /**
     * @param amount     that is disputed, yen
     * @param resolution absent while nobody decided
     */
    public record Dispute(
            String disputeId,
            String reason,
            BigDecimal amount,
            Instant at,
            @Nullable String by,
            @Nullable Resolution resolution) {
        Dispute with(Resolution decided) {
            return new Dispute(disputeId, reason, amount, at, by, decided);
        }
    }

    /** @param amount how much was conceded, yen */
    public record Resolution(
            DisputeOutcome outcome,
            BigDecimal amount,
            String note,
            Instant at,
            @Nullable String by) {}

    /**
     * @param amount  that is given back, yen
     * @param balance what was still open after it
     * @param excess  how much of {@code amount} was paid already
     */
    public record CreditNote(
            String creditNoteId, String number, BigDecimal amount, BigDecimal balance, BigDecimal excess, Instant at) {}

    /**
     * @param amount that was claimed, yen
     * @param open   what is neither paid nor waived
     * @param upTo   until when interest was claimed; absent for costs
     * @param rate   percent a year; absent for costs
     * @param waived why it is not asked for any more; absent while it is
     */
    public record Charge(
            String chargeId,
            ChargeKind kind,
            BigDecimal amount,
            BigDecimal open,
            @Nullable LocalDate upTo,
            @Nullable BigDecimal rate,
            String reason,
            Instant at,
            @Nullable String by,
            @Nullable String waived) {
        Charge open(BigDecimal left) {
            return new Charge(chargeId, kind, amount, left, upTo, rate, reason, at, by, waived);
        }

        Charge waived(String why) {
            return new Charge(chargeId, kind, amount, BigDecimal.ZERO, upTo, rate, reason, at, by, why);
        }
    }

    /**
     * @param approvalId the approval, which holds the reasons and who decided
     * @param amount     that was given up, yen
     * @param balance    what was still open after it
     */
    public record WriteOff(
            String approvalId, WriteOffGround ground, LocalDate writtenOffOn, BigDecimal amount, BigDecimal balance) {}

    AfterIssue and(WriteOff done) {
        return new AfterIssue(
                disputes, creditNotes, InvoiceView.appended(writeOffs, done), charges, promises, reminders, standing);
    }

    AfterIssue and(CreditNote issued) {
        return new AfterIssue(
                disputes, InvoiceView.appended(creditNotes, issued), writeOffs, charges, promises, reminders, standing);
    }

    /** Whether an objection of the payer waits for a decision. */
    boolean disputed() {
        return disputes.stream().anyMatch(dispute -> dispute.resolution() == null);
    }

    AfterIssue and(Dispute raised) {
        return new AfterIssue(
                InvoiceView.appended(disputes, raised), creditNotes, writeOffs, charges, promises, reminders, standing);
    }

    AfterIssue resolved(String disputeId, Resolution resolution) {
        return new AfterIssue(
                disputes.stream()
                        .map(dispute -> dispute.disputeId().equals(disputeId) ? dispute.with(resolution) : dispute)
                        .toList(),
                creditNotes,
                writeOffs,
                charges,
                promises,
                reminders,
                standing);
    }

    AfterIssue and(Charge claimed) {
        return new AfterIssue(
                disputes,
                creditNotes,
                writeOffs,
                InvoiceView.appended(charges, claimed),
                promises,
                reminders,
                standing);
    }

    AfterIssue charged(String chargeId, UnaryOperator<Charge> change) {
        return new AfterIssue(
                disputes,
                creditNotes,
                writeOffs,
                charges.stream()
                        .map(charge -> charge.chargeId().equals(chargeId) ? change.apply(charge) : charge)
                        .toList(),
                promises,
                reminders,
                standing);
    }

    BigDecimal claimedCharges() {
        return charges.stream().map(Charge::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    AfterIssue with(Standing next) {
        return new AfterIssue(disputes, creditNotes, writeOffs, charges, promises, reminders, next);
    }
}
