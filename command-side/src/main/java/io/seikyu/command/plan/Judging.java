package io.seikyu.command.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.plan.PlannedInvoices.Covered;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.plan.PlanCommand.JudgeInstalment;
import io.seikyu.contract.plan.PlanEnd;
import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Instalments are judged one after another, each once the bank's data covers its day. */
final class Judging {
    static final String KIND = "instalment-plan.instalment";
    static final String NUMBER = "number";

    /** So many missed instalments make all of it due. */
    private static final int MISSED_AT_MOST = 2;

    /** Longer than banks are ever closed around a weekend; at the turn of the year a plan that runs so far is looked at again. */
    private static final int DAYS_OF_GRACE = 5;

    private Judging() {}

    static void judge(InstalmentPlan plan, JudgeInstalment command, PlanDesk desk) {
        PlanState state = plan.state();
        if (state.status() != PlanStatus.AGREED || command.number() != state.judged() + 1) {
            return;
        }
        LocalDate dueDate = state.schedule().get(command.number() - 1).dueDate();
        LocalDate lastDay = lastDay(dueDate, desk.calendar());
        if (!command.today().isAfter(lastDay)) {
            return;
        }
        PlannedInvoices invoices = desk.invoices();
        if (!state.invoiceIds().stream().allMatch(it -> invoices.known(it, lastDay))) {
            desk.schedules().set(look(state, command.number(), command.today()));
            return;
        }
        BigDecimal open =
                invoices.lock(state.invoiceIds()).stream().map(Covered::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal late = state.invoiceIds().stream()
                .map(it -> invoices.paidAfter(it, lastDay))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal missing = state.dueWith(command.number())
                .subtract(state.total().subtract(open).subtract(late))
                .min(open)
                .max(BigDecimal.ZERO);
        apply(new InstalmentJudged(
                state.clientId(), state.planId(), state.accountId(), command.number(), dueDate, missing));
        goOn(plan, open, desk);
    }

    private static void goOn(InstalmentPlan plan, BigDecimal open, PlanDesk desk) {
        PlanState state = plan.state();
        boolean over = state.judged() == state.schedule().size();
        if (open.signum() == 0) {
            plan.end(PlanEnd.COMPLETED, null, desk.invoices());
        } else if (over || state.missed() >= MISSED_AT_MOST) {
            plan.end(PlanEnd.ACCELERATED, null, desk.invoices());
        } else {
            watch(state, state.judged() + 1, desk);
        }
    }

    static void watch(PlanState state, int number, PlanDesk desk) {
        LocalDate dueDate = state.schedule().get(number - 1).dueDate();
        desk.schedules().set(look(state, number, lastDay(dueDate, desk.calendar())));
    }

    /** The banking day on which it can come in at the latest; where holidays are not known yet, days enough for any. */
    private static LocalDate lastDay(LocalDate dueDate, BankCalendar calendar) {
        try {
            return calendar.shifted(dueDate, Shift.NEXT);
        } catch (DatedDataMissingException e) {
            return dueDate.plusDays(DAYS_OF_GRACE);
        }
    }

    private static NewSchedule look(PlanState state, int number, LocalDate after) {
        ScheduleId id = ScheduleId.of(state.clientId(), KIND, state.planId(), number, after);
        return NewSchedule.after(after, id, KIND, state.id()).with(Map.of(NUMBER, Integer.toString(number)));
    }
}
