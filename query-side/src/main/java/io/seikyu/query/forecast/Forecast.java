package io.seikyu.query.forecast;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.query.account.Payers;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.Said.Disputed;
import io.seikyu.query.claim.Said.Promised;
import io.seikyu.query.plan.InstalmentPlanView.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was to be expected at the end of one day, as known at one moment. Of what is open of an invoice,
 *
 * <ol>
 *   <li>what the payer disputes, and all of an insolvent payer, has no day;
 *   <li>what stands in an instalment plan comes on the plan's days; what was missed of it has none;
 *   <li>what was promised comes on the promised day, or on the next one when that is over and not judged yet;
 *   <li>the rest comes when it is due and the payer's usual delay is over ({@link Habit});
 *   <li>and what is later than that already, when payments that late came as a rule, if there were enough of them.
 * </ol>
 *
 * Each on the next day on which banks are open.
 */
final class Forecast {
    private static final BankCalendar BANKS = BankCalendar.japan();

    final LocalDate asOf;

    private final @Nullable Instant knownAt;
    private final Habit habit;
    private final Plans plans;
    private final Set<String> insolvent;
    private final Map<Plan, BigDecimal> onPlans = new HashMap<>();
    private final TreeSet<String> clients = new TreeSet<>();
    private final Weeks weeks;
    private boolean plansAdded;

    private record Plan(String clientId, String planId) {}

    /**
     * @param knownAt   null: as known now
     * @param insolvent payers that were known to be, by their keys
     */
    Forecast(LocalDate asOf, @Nullable Instant knownAt, int weeks, Habit habit, Plans plans, Set<String> insolvent) {
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.habit = habit;
        this.plans = plans;
        this.insolvent = insolvent;
        this.weeks = new Weeks(asOf, weeks);
    }

    /** @return what was open of it */
    BigDecimal add(ClaimView claim) {
        BigDecimal open = claim.balance(asOf, knownAt);
        if (open.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        clients.add(claim.clientId());
        if (insolvent.contains(Payers.key(claim.clientId(), claim.accountId()))) {
            weeks.undated(Undated.INSOLVENT, open);
            return open;
        }
        BigDecimal disputed = claim.said().disputes(knownAt).stream()
                .map(Disputed::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(open);
        weeks.undated(Undated.DISPUTED, disputed);
        expect(claim, open.subtract(disputed));
        return open;
    }

    private void expect(ClaimView claim, BigDecimal amount) {
        String plan = claim.said().plan(knownAt).orElse(null);
        if (plan != null) {
            onPlans.merge(new Plan(claim.clientId(), plan), amount, BigDecimal::add);
            return;
        }
        BigDecimal rest = amount;
        List<Promised> promises = claim.said().promises(knownAt).stream()
                .sorted(Comparator.comparing(Promised::payOn))
                .toList();
        for (Promised promised : promises) {
            BigDecimal part = promised.amount().min(rest);
            weeks.expected(banking(notBefore(promised.payOn())), Basis.PROMISE, part);
            rest = rest.subtract(part);
        }
        if (rest.signum() > 0) {
            byHabit(claim, rest);
        }
    }

    private void byHabit(ClaimView claim, BigDecimal amount) {
        LocalDate usual = banking(claim.dueDate().plusDays(habit.days(claim.clientId(), claim.accountId())));
        if (usual.isAfter(asOf)) {
            weeks.expected(usual, Basis.USUAL_DELAY, amount);
            return;
        }
        OptionalLong late = habit.beyond(claim.clientId(), ChronoUnit.DAYS.between(claim.dueDate(), asOf));
        if (late.isPresent()) {
            weeks.expected(
                    banking(notBefore(claim.dueDate().plusDays(late.getAsLong()))), Basis.LATER_THAN_USUAL, amount);
        } else {
            weeks.undated(Undated.LATER_THAN_USUAL, amount);
        }
    }

    /** With the plans; every claim was added before. */
    Weeks weeks() {
        if (!plansAdded) {
            plansAdded = true;
            onPlans.forEach(this::byPlan);
        }
        return weeks;
    }

    /** Payments settle the first parts, so what is open are the last ones; what is open beyond those to come was missed. */
    private void byPlan(Plan plan, BigDecimal open) {
        BigDecimal left = open;
        for (Part part : plans.lastFirst(plan.clientId, plan.planId)) {
            if (part.dueDate().isAfter(asOf)) {
                BigDecimal amount = part.amount().min(left);
                weeks.expected(banking(part.dueDate()), Basis.PLAN, amount);
                left = left.subtract(amount);
            }
        }
        weeks.undated(Undated.MISSED_INSTALMENT, left);
    }

    List<String> clients() {
        return List.copyOf(clients);
    }

    private LocalDate notBefore(LocalDate day) {
        return day.isAfter(asOf) ? day : asOf.plusDays(1);
    }

    private static LocalDate banking(LocalDate day) {
        try {
            return BANKS.shifted(day, Shift.NEXT);
        } catch (DatedDataMissingException beyondTheCalendar) {
            return day;
        }
    }

    /** Why money is expected on its day. */
    enum Basis {
        USUAL_DELAY,
        LATER_THAN_USUAL,
        PROMISE,
        PLAN
    }

    /** Why money is expected on no day. */
    enum Undated {
        DISPUTED,
        INSOLVENT,
        MISSED_INSTALMENT,
        /** And there were too few as late as this to say more. */
        LATER_THAN_USUAL
    }
}
