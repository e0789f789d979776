package io.seikyu.query.invoice;

import io.seikyu.contract.invoice.ChargePart;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeClaimed;
import io.seikyu.contract.invoice.InvoiceEvent.ChargePaid;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeWaived;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePutOnPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRecovered;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceTakenOffPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.projection.Recorded;
import io.seikyu.query.invoice.AfterIssue.Charge;
import io.seikyu.query.invoice.AfterIssue.CreditNote;
import io.seikyu.query.invoice.AfterIssue.Dispute;
import io.seikyu.query.invoice.AfterIssue.Promise;
import io.seikyu.query.invoice.AfterIssue.Reminded;
import io.seikyu.query.invoice.AfterIssue.Resolution;
import io.seikyu.query.invoice.AfterIssue.WriteOff;
import io.seikyu.query.invoice.InvoiceView.Cancellation;
import io.seikyu.query.invoice.InvoiceView.Claim;
import io.seikyu.query.invoice.InvoiceView.Decision;
import io.seikyu.query.invoice.InvoiceView.Delivery;
import io.seikyu.query.invoice.InvoiceView.Payment;
import io.seikyu.query.invoice.InvoiceView.Review;
import io.seikyu.query.invoice.InvoiceView.Status;
import io.seikyu.query.invoice.InvoiceView.Version;
import io.seikyu.query.invoice.Standing.HandBack;
import io.seikyu.query.invoice.Standing.OnPlan;
import io.seikyu.query.invoice.Standing.Subrogation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What each event of an invoice's life means to its view. */
final class InvoiceStory {
    private InvoiceStory() {}

    static InvoiceView submitted(InvoiceSubmitted event, Recorded recorded) {
        return new InvoiceView(
                event.clientId(),
                event.invoiceId(),
                Status.SUBMITTED,
                List.of(version(1, null, event.document(), recorded)),
                null,
                List.of(),
                null,
                List.of(),
                AfterIssue.NOTHING);
    }

    static InvoiceView corrected(InvoiceView view, InvoiceCorrected event, Recorded recorded) {
        return view.and(version(event.version(), event.reason(), event.document(), recorded))
                .with(Status.SUBMITTED);
    }

    private static Version version(int version, String reason, InvoiceDocument document, Recorded recorded) {
        return new Version(version, recorded.at(), recorded.actor(), reason, document, null, null);
    }

    static InvoiceView reviewed(InvoiceView view, InvoiceReviewed event, Recorded recorded) {
        Review review = new Review(
                recorded.at(), event.outcome(), event.policyVersion(), event.rules(), List.of(), coverage(view));
        return view.withLast(review, null).with(Status.valueOf(event.outcome().name()));
    }

    static InvoiceView found(InvoiceView view, DiscrepancyFound event, Recorded recorded) {
        return view.withLast(
                view.last().review().and(event.finding()), view.last().decision());
    }

    static InvoiceView covered(InvoiceView view, CoverageDecided event, Recorded recorded) {
        return view.withLast(
                view.last().review().with(event.coverage()), view.last().decision());
    }

    /** What was decided of the version before holds until something else is. */
    private static Coverage coverage(InvoiceView view) {
        List<Version> versions = view.versions();
        Review before =
                versions.size() < 2 ? null : versions.get(versions.size() - 2).review();
        return before == null ? Coverage.UNSCREENED : before.coverage();
    }

    static InvoiceView approved(InvoiceView view, InvoiceApproved event, Recorded recorded) {
        Decision decision = new Decision(true, event.byPerson(), event.reason(), recorded.at(), recorded.actor());
        return view.withLast(view.last().review(), decision).with(Status.APPROVED);
    }

    static InvoiceView rejected(InvoiceView view, InvoiceRejected event, Recorded recorded) {
        Decision decision = new Decision(false, true, event.reason(), recorded.at(), recorded.actor());
        return view.withLast(view.last().review(), decision).with(Status.REJECTED);
    }

    static InvoiceView issued(InvoiceView view, InvoiceIssued event, Recorded recorded) {
        return view.with(new Claim(event.issuedOn(), event.dueDate(), event.payable(), event.payable()))
                .with(Status.ISSUED);
    }

    static InvoiceView paid(InvoiceView view, PaymentReceived event, Recorded recorded) {
        return view.paid(event.receiptId(), event.bookedOn(), payment -> payment.plus(event.amount(), event.balance()))
                .with(view.claim().open(event.balance()))
                .with(Status.PARTLY_PAID);
    }

    static InvoiceView deducted(InvoiceView view, InvoiceDeducted event, Recorded recorded) {
        Deduction deduction = new Deduction(event.kind(), event.amount());
        return view.paid(event.receiptId(), event.bookedOn(), payment -> payment.and(deduction, event.balance()))
                .with(view.claim().open(event.balance()))
                .with(Status.PARTLY_PAID);
    }

    static InvoiceView recovered(InvoiceView view, InvoiceRecovered event, Recorded recorded) {
        return view.paid(event.receiptId(), event.bookedOn(), payment -> payment.recovering(event.amount()));
    }

    static InvoiceView setOff(InvoiceView view, PrepaymentSetOff event, Recorded recorded) {
        return view.and(new Payment(
                event.receiptId(),
                event.bookedOn(),
                event.amount(),
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                view.balance(),
                true,
                null));
    }

    static InvoiceView undone(InvoiceView view, PaymentUndone event, Recorded recorded) {
        InvoiceView rest =
                view.undone(event.receiptId(), event.reason()).with(view.claim().open(event.balance()));
        AfterIssue after = rest.after();
        for (ChargePart part : event.charges()) {
            after = after.charged(
                    part.chargeId(),
                    charge ->
                            charge.waived() == null ? charge.open(charge.open().add(part.amount())) : charge);
        }
        Status open = rest.partlyPaid() ? Status.PARTLY_PAID : Status.ISSUED;
        return rest.with(after).with(event.balance().signum() == 0 ? view.status() : open);
    }

    static InvoiceView claimed(InvoiceView view, ChargeClaimed event, Recorded recorded) {
        return view.with(view.after()
                .and(new Charge(
                        event.chargeId(),
                        event.kind(),
                        event.amount(),
                        event.amount(),
                        event.upTo(),
                        event.rate(),
                        event.reason(),
                        recorded.at(),
                        recorded.actor(),
                        null)));
    }

    static InvoiceView chargePaid(InvoiceView view, ChargePaid event, Recorded recorded) {
        ChargePart part = new ChargePart(event.chargeId(), event.amount());
        return view.paid(event.receiptId(), event.bookedOn(), payment -> payment.and(part))
                .with(view.after().charged(event.chargeId(), charge -> charge.open(event.open())));
    }

    static InvoiceView waived(InvoiceView view, ChargeWaived event, Recorded recorded) {
        return view.with(view.after().charged(event.chargeId(), charge -> charge.waived(event.reason())));
    }

    static InvoiceView promised(InvoiceView view, PaymentPromised event, Recorded recorded) {
        return view.with(view.after()
                .and(new Promise(
                        event.promiseId(),
                        event.amount(),
                        event.payOn(),
                        recorded.at(),
                        recorded.actor(),
                        null,
                        null)));
    }

    static InvoiceView reminded(InvoiceView view, InvoiceReminded event, Recorded recorded) {
        return view.with(view.after()
                .and(new Reminded(
                        event.reminderId(),
                        event.stage(),
                        event.channel(),
                        event.round(),
                        event.on(),
                        event.newDate())));
    }

    static InvoiceView limited(InvoiceView view, LimitationFactRecorded event, Recorded recorded) {
        Standing.Recorded fact = new Standing.Recorded(
                event.factId(),
                event.kind(),
                event.on(),
                event.until(),
                event.evidence(),
                recorded.at(),
                recorded.actor());
        return view.with(view.after().with(view.after().standing().and(fact)));
    }

    static InvoiceView handedBack(InvoiceView view, InvoiceHandedBack event, Recorded recorded) {
        HandBack done = new HandBack(event.handedBackOn(), event.reason(), recorded.actor());
        return view.with(view.after().with(view.after().standing().with(done))).with(view.status());
    }

    static InvoiceView subrogated(InvoiceView view, InvoiceSubrogated event, Recorded recorded) {
        Subrogation paid = new Subrogation(event.paidOn(), event.amount(), event.noticeOn());
        return view.with(view.after().with(view.after().standing().with(paid)));
    }

    static InvoiceView putOnPlan(InvoiceView view, InvoicePutOnPlan event, Recorded recorded) {
        OnPlan plan = new OnPlan(event.planId(), event.interestWaived(), null);
        return view.with(view.after().with(view.after().standing().with(plan)));
    }

    static InvoiceView takenOffPlan(InvoiceView view, InvoiceTakenOffPlan event, Recorded recorded) {
        Standing standing = view.after().standing();
        OnPlan plan = new OnPlan(event.planId(), standing.plan().interestWaived(), event.end());
        return view.with(view.after().with(standing.with(plan)));
    }

    static InvoiceView disputed(InvoiceView view, InvoiceDisputed event, Recorded recorded) {
        return view.with(view.after()
                .and(new Dispute(
                        event.disputeId(), event.reason(), event.amount(), recorded.at(), recorded.actor(), null)));
    }

    static InvoiceView resolved(InvoiceView view, DisputeResolved event, Recorded recorded) {
        return view.with(view.after()
                .resolved(
                        event.disputeId(),
                        new Resolution(
                                event.outcome(), event.amount(), event.note(), recorded.at(), recorded.actor())));
    }

    static InvoiceView toBeDelivered(InvoiceView view, DeliveryRequested event, Recorded recorded) {
        return view.and(new Delivery(
                event.deliveryId(), event.round(), event.channel(), recorded.at(), event.reason(), null, null, null));
    }

    static InvoiceView delivered(InvoiceView view, DeliveryRecorded event, Recorded recorded) {
        Instant at = event.at() == null ? recorded.at() : event.at();
        return view.with(view.deliveries().stream()
                .map(delivery -> delivery.deliveryId().equals(event.deliveryId())
                        ? delivery.with(event.outcome(), at, event.note())
                        : delivery)
                .toList());
    }

    static InvoiceView credited(InvoiceView view, InvoiceCredited event, Recorded recorded) {
        Claim claim = view.claim();
        CreditNote issued = new CreditNote(
                event.creditNoteId(), event.number(), event.amount(), event.balance(), event.excess(), recorded.at());
        return view.with(view.after().and(issued)).with(claim.open(event.balance()));
    }

    static InvoiceView writtenOff(InvoiceView view, InvoiceWrittenOff event, Recorded recorded) {
        Claim claim = view.claim();
        WriteOff done =
                new WriteOff(event.approvalId(), event.ground(), event.writtenOffOn(), event.amount(), event.balance());
        return view.with(view.after().and(done))
                .with(new Claim(claim.issuedOn(), claim.dueDate(), claim.payable(), event.balance()))
                .with(event.balance().signum() == 0 ? Status.WRITTEN_OFF : view.status());
    }

    static InvoiceView cancelled(InvoiceView view, InvoiceCancelled event, Recorded recorded) {
        return view.with(new Cancellation(event.reason(), event.replacedBy(), recorded.at(), recorded.actor()))
                .with(Status.CANCELLED);
    }
}
