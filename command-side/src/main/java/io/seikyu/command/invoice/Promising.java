package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.invoice.InvoiceCommand.JudgePromise;
import io.seikyu.contract.invoice.InvoiceCommand.PromisePayment;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.PromiseOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The payer promises to pay, and is held to it once it is known what came in. */
final class Promising {
    static final String KIND = "invoice.promise";
    static final String PROMISE_ID = "promiseId";

    private Promising() {}

    /** A new promise takes the place of the one before. */
    static PromiseResult promise(Invoice invoice, PromisePayment command, PromiseDesk desk) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "only what the payer has can be promised");
        if (state.balance().signum() == 0) {
            throw Refusal.conflict("nothing-open", "nothing is open of this invoice that could be promised");
        }
        refuseUnlessItFits(state, command);
        LocalDate lastDay = desk.calendar().shifted(command.payOn(), Shift.NEXT);
        if (state.after().promise() != null) {
            settle(state, state.after().promise(), PromiseOutcome.REPLACED, BigDecimal.ZERO);
        }
        apply(new PaymentPromised(
                state.clientId(),
                state.invoiceId(),
                state.payer().value(),
                command.promiseId(),
                command.amount(),
                command.payOn(),
                lastDay));
        desk.schedules().set(judgement(state, command.promiseId(), lastDay));
        return new PromiseResult(state.invoiceId(), command.promiseId(), command.amount(), command.payOn(), lastDay);
    }

    private static void refuseUnlessItFits(InvoiceState state, PromisePayment command) {
        List<Fault> faults = new ArrayList<>();
        if (command.amount().compareTo(state.balance()) > 0) {
            faults.add(new Fault(
                    "/amount",
                    "too-large",
                    "must be at most what is open, " + state.balance().toPlainString() + " yen"));
        }
        if (command.payOn().isBefore(command.today())
                || command.payOn().isAfter(command.today().plusYears(1))) {
            faults.add(new Fault("/payOn", "out-of-range", "must be today or a day of the next 12 months"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-promise", "this cannot be promised", faults);
        }
    }

    /** A day later again as long as the bank's data does not reach the day. */
    static void judge(Invoice invoice, JudgePromise command, PromiseDesk desk) {
        InvoiceState state = invoice.state();
        Promise promise = state.after().promise();
        if (promise == null
                || !promise.promiseId().equals(command.promiseId())
                || !command.today().isAfter(promise.lastDay())) {
            return;
        }
        if (!desk.coverage().reaches(state, promise.lastDay())) {
            desk.schedules().set(judgement(state, promise.promiseId(), command.today()));
            return;
        }
        PromiseOutcome outcome = promise.outcome(state);
        settle(state, promise, outcome, promise.missing(state));
        if (outcome != PromiseOutcome.LAPSED) {
            desk.ledgers()
                    .judge(
                            state.payer(),
                            state.invoiceId(),
                            promise.promiseId(),
                            promise.payOn(),
                            outcome == PromiseOutcome.KEPT);
        }
    }

    private static void settle(InvoiceState state, Promise promise, PromiseOutcome outcome, BigDecimal missing) {
        apply(new PromiseSettled(
                state.clientId(), state.invoiceId(), state.payer().value(), promise.promiseId(), outcome, missing));
    }

    private static NewSchedule judgement(InvoiceState state, String promiseId, LocalDate after) {
        ScheduleId id = ScheduleId.of(state.clientId(), KIND, state.invoiceId(), promiseId, after);
        return NewSchedule.after(after, id, KIND, state.id()).with(Map.of(PROMISE_ID, promiseId));
    }
}
