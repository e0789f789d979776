package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.task.NewTask;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.invoice.InvoiceCommand.RecordLimitationFact;
import io.seikyu.contract.invoice.InvoiceCommand.WithdrawLimitationFact;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactWithdrawn;
import io.seikyu.contract.limitation.Limitation;
import io.seikyu.contract.limitation.LimitationFact;
import io.seikyu.contract.limitation.LimitationFact.Kind;
import io.seikyu.contract.task.TaskKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Until when the claim can be enforced (時効管理). */
final class Limiting {
    /** So long before the end somebody has to see to it: a suit has to be prepared, a demand buys six months once. */
    static final Period WARNED_BEFORE = Period.ofMonths(6);

    private Limiting() {}

    static LimitationResult record(Invoice invoice, RecordLimitationFact command, Tasks tasks) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "limitation runs against what the payer owes");
        Limitation before = of(state);
        refuseUnlessItFits(state, command);
        apply(new LimitationFactRecorded(
                state.clientId(),
                state.invoiceId(),
                state.payer().value(),
                command.factId(),
                command.kind(),
                command.on(),
                command.until(),
                command.evidence()));
        return moved(invoice, before, command.factId(), tasks);
    }

    static LimitationResult withdraw(Invoice invoice, WithdrawLimitationFact command, Tasks tasks) {
        InvoiceState state = invoice.state();
        List<LimitationFact> facts = state.after().standing().limitation();
        LimitationFact fact = facts.stream()
                .filter(it -> it.factId().equals(command.factId()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "limitation-fact-not-found", "nothing was recorded as fact '" + command.factId() + "'"));
        if (fact.kind() == Kind.PROCEEDING_BEGUN && facts.stream().anyMatch(Limiting::endsProceeding)) {
            throw Refusal.conflict(
                    "limitation-fact-in-use", "a proceeding that ended was begun: withdraw first how it ended");
        }
        Limitation before = of(state);
        apply(new LimitationFactWithdrawn(
                state.clientId(), state.invoiceId(), state.payer().value(), command.factId(), command.reason()));
        return moved(invoice, before, command.factId(), tasks);
    }

    private static LimitationResult moved(Invoice invoice, Limitation before, String factId, Tasks tasks) {
        InvoiceState state = invoice.state();
        Limitation after = of(state);
        if (!after.equals(before) && before.barredAfter() != null) {
            tasks.close(warning(state, before.barredAfter()), "the end of the limitation period has moved");
        }
        return new LimitationResult(state.invoiceId(), factId, after);
    }

    private static boolean endsProceeding(LimitationFact fact) {
        return fact.kind() == Kind.PROCEEDING_ENDED || fact.kind() == Kind.JUDGMENT;
    }

    private static void refuseUnlessItFits(InvoiceState state, RecordLimitationFact command) {
        List<Fault> faults = new ArrayList<>();
        if (state.after().standing().limitation().stream()
                .anyMatch(fact -> fact.factId().equals(command.factId()))) {
            throw Refusal.conflict("limitation-fact-exists", "there is a fact of this id of this invoice");
        }
        if (command.on().isAfter(command.today())) {
            faults.add(new Fault("/on", "out-of-range", "must not be after today"));
        }
        if (command.until() != null && command.kind() != Kind.NEGOTIATION_AGREED) {
            faults.add(new Fault("/until", "unexpected", "must be absent unless negotiations were agreed"));
        } else if (command.until() != null && command.until().isBefore(command.on())) {
            faults.add(new Fault("/until", "out-of-range", "must not be before that day"));
        }
        if (endsProceeding(fact(command)) && !of(state).suspended()) {
            faults.add(new Fault("/kind", "unexpected", "must follow a proceeding that was begun and has not ended"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-limitation-fact", "this cannot have happened so", faults);
        }
    }

    /** Once for each day on which it may end, and again where the one before was overtaken. */
    static void watch(InvoiceState state, LocalDate today, Tasks tasks) {
        boolean ours = state.status().isIssued() && !state.after().standing().handedBack();
        LocalDate barredAfter = of(state).barredAfter();
        state.after().standing().earlierEnds(state.document().dueDate(), state.settlement()).stream()
                .filter(end -> !end.equals(barredAfter))
                .forEach(end -> tasks.close(warning(state, end), "the end of the limitation period has moved"));
        if (barredAfter == null) {
            return;
        }
        if (!ours || state.balance().signum() == 0) {
            tasks.close(warning(state, barredAfter), "nothing is open, or it is collected elsewhere");
            return;
        }
        if (barredAfter.minus(WARNED_BEFORE).isAfter(today)) {
            return;
        }
        tasks.openAgain(new NewTask(
                warning(state, barredAfter),
                TaskKind.PREVENT_LIMITATION,
                state.id(),
                state.payer(),
                Map.of(
                        "invoiceNumber", state.document().writtenNumber(),
                        "amount", state.balance().toPlainString(),
                        "barredAfter", barredAfter.toString()),
                barredAfter,
                "The claim is barred after " + barredAfter + " unless the payer acknowledges it, a demand is proved,"
                        + " negotiations are agreed or a proceeding is begun"));
    }

    private static TaskId warning(InvoiceState state, LocalDate barredAfter) {
        return TaskId.of(state.clientId(), "limitation", state.invoiceId(), barredAfter);
    }

    static Limitation of(InvoiceState state) {
        return state.after().standing().limitation(state.document().dueDate(), state.settlement());
    }

    private static LimitationFact fact(RecordLimitationFact command) {
        return new LimitationFact(command.factId(), command.kind(), command.on(), command.until());
    }

    static LimitationFact fact(LimitationFactRecorded event) {
        return new LimitationFact(event.factId(), event.kind(), event.on(), event.until());
    }
}
