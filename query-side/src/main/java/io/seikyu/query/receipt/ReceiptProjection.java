package io.seikyu.query.receipt;

import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.receipt.ReceiptEvent.RefundDeclined;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.receipt.ReceiptView.Allocation;
import io.seikyu.query.receipt.ReceiptView.Assignment;
import io.seikyu.query.receipt.ReceiptView.Facts;
import io.seikyu.query.receipt.ReceiptView.Refund;
import io.seikyu.query.receipt.ReceiptView.RefundState;
import io.seikyu.query.receipt.ReceiptView.Search;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Receipts (入金) and the invoices they paid. */
public final class ReceiptProjection implements Projection<ReceiptView> {
    static final String STATUS = "status";
    static final String ACCOUNT = "accountId";
    static final String BOOKED_ON = "bookedOn";
    static final String INVOICES = "invoiceIds";

    private static final Folds<ReceiptView> FOLDS = new Folds<ReceiptView>()
            .startingWith(ReceiptRecorded.class, ReceiptProjection::recorded)
            .on(PayerIdentified.class, (view, event, at) -> view.paidBy(event.accountId()))
            .on(
                    CandidatesFound.class,
                    (view, event, at) ->
                            view.with(new Search(event.policyVersion(), event.doubts(), event.candidates())))
            .on(
                    ReceiptAllocated.class,
                    (view, event, at) -> view.and(new Allocation(
                            event.invoiceId(), event.amount(), event.deductions(), false, event.match(), null)))
            .on(
                    ReceiptSetOff.class,
                    (view, event, at) ->
                            view.and(new Allocation(event.invoiceId(), event.amount(), List.of(), true, null, null)))
            .on(AllocationUndone.class, (view, event, at) -> view.undone(event.invoiceId(), event.reason()))
            .on(ReceiptKeptUnapplied.class, (view, event, at) -> view)
            .on(ReceiptReversed.class, (view, event, at) -> view.reversed(event.amount()))
            .on(
                    RefundAsked.class,
                    (view, event, at) -> view.and(new Refund(
                            event.refundId(), event.amount(), RefundState.ASKED, event.reason(), null, null)))
            .on(
                    ReceiptRefunded.class,
                    (view, event, at) -> view.refund(
                            event.refundId(), refund -> refund.with(RefundState.REFUNDED, event.refundedOn(), null)))
            .on(
                    RefundDeclined.class,
                    (view, event, at) -> view.refund(
                            event.refundId(), refund -> refund.with(RefundState.DECLINED, null, event.reason())))
            .on(
                    ReceiptAssigned.class,
                    (view, event, at) ->
                            view.with(new Assignment(event.toClientId(), event.toReceiptId(), event.amount())));

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public String streamType() {
        return "receipt";
    }

    @Override
    public Class<ReceiptView> view() {
        return ReceiptView.class;
    }

    @Override
    public Folds<ReceiptView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ReceiptView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(STATUS, view.status().name());
        if (view.accountId() != null) {
            fields.put(ACCOUNT, view.accountId());
        }
        fields.put(BOOKED_ON, view.recorded().bookedOn().toString());
        fields.put(
                INVOICES,
                view.allocations().stream()
                        .filter(Allocation::counts)
                        .map(Allocation::invoiceId)
                        .distinct()
                        .toList());
        return fields;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATUS), List.of(ACCOUNT), List.of(BOOKED_ON), List.of(INVOICES));
    }

    private static ReceiptView recorded(ReceiptRecorded event, Recorded recorded) {
        Facts facts = new Facts(
                event.bookedOn(),
                event.amount(),
                event.payerName(),
                event.method(),
                event.virtualAccount(),
                event.reference(),
                event.invoiceId(),
                event.source());
        return new ReceiptView(
                event.clientId(),
                event.receiptId(),
                facts,
                event.accountId(),
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                null,
                null);
    }
}
