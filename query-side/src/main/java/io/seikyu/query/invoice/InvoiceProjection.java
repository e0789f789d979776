package io.seikyu.query.invoice;

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
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
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
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactWithdrawn;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderReleased;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import java.util.List;
import java.util.Map;

/** Invoices (請求書) with everything that happened to them. */
public final class InvoiceProjection implements Projection<InvoiceView> {
    private static final Folds<InvoiceView> FOLDS = new Folds<InvoiceView>()
            .startingWith(InvoiceSubmitted.class, InvoiceStory::submitted)
            .on(InvoiceCorrected.class, InvoiceStory::corrected)
            .on(InvoiceReviewed.class, InvoiceStory::reviewed)
            .on(DiscrepancyFound.class, InvoiceStory::found)
            .on(CoverageDecided.class, InvoiceStory::covered)
            .on(InvoiceApproved.class, InvoiceStory::approved)
            .on(InvoiceRejected.class, InvoiceStory::rejected)
            .on(InvoiceIssued.class, InvoiceStory::issued)
            .on(DeliveryRequested.class, InvoiceStory::toBeDelivered)
            .on(DeliveryRecorded.class, InvoiceStory::delivered)
            .on(PaymentReceived.class, InvoiceStory::paid)
            .on(InvoiceDeducted.class, InvoiceStory::deducted)
            .on(InvoiceRecovered.class, InvoiceStory::recovered)
            .on(PrepaymentSetOff.class, InvoiceStory::setOff)
            .on(PaymentUndone.class, InvoiceStory::undone)
            .on(ChargeClaimed.class, InvoiceStory::claimed)
            .on(ChargePaid.class, InvoiceStory::chargePaid)
            .on(ChargeWaived.class, InvoiceStory::waived)
            .on(InvoicePaid.class, (view, event, recorded) -> view.with(InvoiceView.Status.PAID))
            .on(PaymentPromised.class, InvoiceStory::promised)
            .on(
                    PromiseSettled.class,
                    (view, event, recorded) -> view.with(view.after().settled(event)))
            .on(InvoiceReminded.class, InvoiceStory::reminded)
            .on(
                    ReminderReleased.class,
                    (view, event, recorded) -> view.with(view.after().withoutReminder(event.reminderId())))
            .on(InvoiceDisputed.class, InvoiceStory::disputed)
            .on(DisputeResolved.class, InvoiceStory::resolved)
            .on(InvoiceCredited.class, InvoiceStory::credited)
            .on(InvoiceWrittenOff.class, InvoiceStory::writtenOff)
            .on(LimitationFactRecorded.class, InvoiceStory::limited)
            .on(
                    LimitationFactWithdrawn.class,
                    (view, event, recorded) ->
                            view.with(view.after().with(view.after().standing().without(event.factId()))))
            .on(InvoiceHandedBack.class, InvoiceStory::handedBack)
            .on(InvoiceSubrogated.class, InvoiceStory::subrogated)
            .on(InvoicePutOnPlan.class, InvoiceStory::putOnPlan)
            .on(InvoiceTakenOffPlan.class, InvoiceStory::takenOffPlan)
            .on(InvoiceCancelled.class, InvoiceStory::cancelled)
            .ignoring(ReminderConfirmed.class, ReplacementBegun.class, ReplacementEnded.class);

    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public int revision() {
        return 12;
    }

    @Override
    public String streamType() {
        return "invoice";
    }

    @Override
    public Class<InvoiceView> view() {
        return InvoiceView.class;
    }

    @Override
    public Folds<InvoiceView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(InvoiceView view) {
        return InvoiceSearch.fields(view);
    }

    @Override
    public List<List<String>> indexes() {
        return InvoiceSearch.INDEXES;
    }
}
