package io.seikyu.query.claim;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePutOnPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceTakenOffPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.claim.Said.Disputed;
import io.seikyu.query.claim.Said.PlanMark;
import io.seikyu.query.claim.Said.Promised;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Claims (債権) with every move of their balances: what ageing and trends are summed from. */
public final class ClaimProjection implements Projection<ClaimView> {
    static final String ACCOUNT = "accountId";
    static final String ISSUED = "issuedOn";
    static final String LAST_DAY = "lastDay";
    static final String LAST_KNOWN = "lastKnown";
    /** Later than every day of a move. */
    static final String OPEN = "9999-12-31";

    private static final Folds<ClaimView> FOLDS = new Folds<ClaimView>()
            .startingWith(InvoiceSubmitted.class, (event, recorded) -> submitted(event))
            .on(
                    InvoiceCorrected.class,
                    (view, event, recorded) -> view.of(
                            event.document().accountId(), event.document().invoiceNumber()))
            .on(
                    InvoiceIssued.class,
                    (view, event, recorded) ->
                            view.issued(event.issuedOn(), event.dueDate(), recorded.at(), event.payable()))
            .on(
                    PaymentReceived.class,
                    (view, event, recorded) ->
                            less(view, Kind.PAID, event.bookedOn(), recorded, event.amount(), event.receiptId()))
            .on(
                    InvoiceDeducted.class,
                    (view, event, recorded) ->
                            less(view, Kind.DEDUCTED, event.bookedOn(), recorded, event.amount(), event.receiptId()))
            .on(PaymentUndone.class, ClaimProjection::undone)
            .on(
                    InvoiceCredited.class,
                    (view, event, recorded) -> less(
                            view,
                            Kind.CREDITED,
                            BusinessDay.of(recorded.at()),
                            recorded,
                            event.amount().subtract(event.excess()),
                            null))
            .on(
                    InvoiceWrittenOff.class,
                    (view, event, recorded) ->
                            less(view, Kind.WRITTEN_OFF, event.writtenOffOn(), recorded, event.amount(), null))
            .on(
                    InvoiceCancelled.class,
                    (view, event, recorded) -> view.balance().signum() == 0
                            ? view
                            : less(view, Kind.CANCELLED, BusinessDay.of(recorded.at()), recorded, view.balance(), null))
            .on(
                    InvoicePutOnPlan.class,
                    said((said, event, recorded) -> said.and(new PlanMark(recorded.at(), event.planId(), true))))
            .on(
                    InvoiceTakenOffPlan.class,
                    said((said, event, recorded) -> said.and(new PlanMark(recorded.at(), event.planId(), false))))
            .on(
                    PaymentPromised.class,
                    said((said, event, recorded) -> said.and(
                            new Promised(event.promiseId(), event.amount(), event.payOn(), recorded.at(), null))))
            .on(
                    PromiseSettled.class,
                    said((said, event, recorded) -> said.promiseOver(event.promiseId(), recorded.at())))
            .on(
                    InvoiceDisputed.class,
                    said((said, event, recorded) ->
                            said.and(new Disputed(event.disputeId(), event.amount(), recorded.at(), null))))
            .on(
                    DisputeResolved.class,
                    said((said, event, recorded) -> said.disputeOver(event.disputeId(), recorded.at())))
            .ignoring(InvoiceEvent.class);

    private static ClaimView submitted(InvoiceSubmitted event) {
        return new ClaimView(
                event.clientId(),
                event.invoiceId(),
                event.document().accountId(),
                event.document().invoiceNumber(),
                null,
                null,
                List.of(),
                Said.NOTHING);
    }

    private static <E> Folds.Step<ClaimView, E> said(Folds.Step<Said, E> change) {
        return (view, event, recorded) -> view.with(change.apply(view.said(), event, recorded));
    }

    /** What came in before the issue counts on the day of issue: nothing was open before. */
    private static ClaimView less(
            ClaimView view, Kind kind, LocalDate day, Recorded recorded, BigDecimal amount, String receiptId) {
        LocalDate from = day.isBefore(view.issuedOn()) ? view.issuedOn() : day;
        return view.and(new Move(kind, from, recorded.at(), amount.negate(), receiptId, day));
    }

    /** Each part comes back on its own day and as what it was; what had been set off at issue, on the day of issue. */
    private static ClaimView undone(ClaimView view, PaymentUndone event, Recorded recorded) {
        BigDecimal left = event.amount().add(event.deducted());
        ClaimView next = view;
        for (Kind kind : List.of(Kind.PAID, Kind.DEDUCTED)) {
            Map<LocalDate, BigDecimal> parts = new TreeMap<>();
            view.moves().stream()
                    .filter(move -> move.kind() == kind && event.receiptId().equals(move.receiptId()))
                    .forEach(move -> parts.merge(move.bookedOn(), move.amount(), BigDecimal::add));
            for (Map.Entry<LocalDate, BigDecimal> part : parts.entrySet()) {
                next = part.getValue().signum() == 0
                        ? next
                        : less(next, kind, part.getKey(), recorded, part.getValue(), event.receiptId());
                left = left.add(part.getValue());
            }
        }
        return left.signum() == 0
                ? next
                : next.and(new Move(
                        Kind.SET_OFF_UNDONE, view.issuedOn(), recorded.at(), left, event.receiptId(), view.issuedOn()));
    }

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public String streamType() {
        return "invoice";
    }

    @Override
    public Class<ClaimView> view() {
        return ClaimView.class;
    }

    @Override
    public Folds<ClaimView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ClaimView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(ACCOUNT, view.accountId());
        fields.put(ISSUED, view.issuedOn() == null ? null : view.issuedOn().toString());
        fields.put(LAST_DAY, lastDay(view));
        fields.put(
                LAST_KNOWN, view.lastKnown() == null ? null : view.lastKnown().toEpochMilli());
        return fields;
    }

    private static String lastDay(ClaimView view) {
        if (view.balance().signum() != 0) {
            return OPEN;
        }
        return view.lastDay() == null ? null : view.lastDay().toString();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(LAST_DAY), List.of(LAST_KNOWN), List.of(ACCOUNT, LAST_DAY));
    }
}
