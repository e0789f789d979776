package io.seikyu.query.forecast;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.Insolvencies;
import io.seikyu.query.account.Payers;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.query.forecast.Forecast.Undated;
import io.seikyu.query.forecast.Habit.Usual;
import io.seikyu.query.forecast.Hindsight.Accuracy;
import io.seikyu.query.plan.InstalmentPlanProjection;
import io.seikyu.query.plan.InstalmentPlanView;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When money will come in on what is billed, and how good such forecasts were. */
@RestController
class CashForecastApi {
    private static final int MOST_WEEKS = 53;
    private static final int HISTORY_MONTHS = 12;

    private final LiveProjection<ClaimView> claims;
    private final LiveProjection<InstalmentPlanView> plans;
    private final Answers<?> accounts;
    private final Payers payers;
    private final BusinessDay day;

    CashForecastApi(Projections projections, BusinessDay day) {
        this.claims = projections.of(ClaimProjection.class);
        this.plans = projections.of(InstalmentPlanProjection.class);
        this.accounts = new Answers<>(projections.of(AccountProjection.class));
        this.payers = new Payers(projections);
        this.day = day;
    }

    /**
     * Principal that is open, by the week in which it is expected.
     *
     * @param accountId one payer alone, with its usual delay
     * @param weeks     how many
     * @param knownAt   the forecast as it would have been made then; absent: now
     */
    @AnyRole
    @GetMapping("/v1/cash-forecast")
    ResponseEntity<Answer> forecast(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(defaultValue = "13") int weeks,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new ProblemException(
                    400, "malformed-parameter", "'weeks' must be a number from 1 to " + MOST_WEEKS + ".");
        }
        TenantScope scope = tenancy.scope(clientId);
        LocalDate asOf = knownAt == null ? day.today() : BusinessDay.of(knownAt);
        Plans schedules = new Plans();
        new Answers<>(plans).computed(atLeast, () -> {
            plans.views().forEach(scope, List.of(), schedules::add);
            return true;
        });
        Insolvencies insolvencies = Objects.requireNonNull(
                accounts.computed(atLeast, () -> payers.insolvencies(scope)).getBody());
        return new Answers<>(claims).computed(atLeast, () -> {
            LocalDate first = Hindsight.first(asOf);
            Habits habits = new Habits();
            claims.views()
                    .forEach(
                            scope,
                            ClaimViewStore.overSince(first.minusMonths(HISTORY_MONTHS), BusinessDay.endOf(first)),
                            habits::add);
            Habit habit = habits.asOf(asOf, knownAt);
            Forecast forecast = new Forecast(asOf, knownAt, weeks, habit, schedules, insolvencies.known(knownAt));
            Hindsight hindsight = new Hindsight(asOf, knownAt, habits, schedules, insolvencies);
            claims.views()
                    .forEach(scope, ClaimViewStore.openAfter(first, BusinessDay.endOf(first), accountId), claim -> {
                        forecast.add(claim);
                        hindsight.add(claim);
                    });
            Usual usual = accountId == null
                    ? null
                    : scope.single().map(client -> habit.of(client, accountId)).orElse(null);
            return answer(forecast, knownAt, usual, hindsight);
        });
    }

    private static Answer answer(
            Forecast forecast, @Nullable Instant knownAt, @Nullable Usual usual, Hindsight hindsight) {
        Weeks weeks = forecast.weeks();
        return new Answer(
                forecast.clients(),
                forecast.asOf,
                knownAt,
                weeks.total(),
                weeks.rows(),
                weeks.later(),
                weeks.undated(),
                usual,
                hindsight.accuracy());
    }

    /**
     * @param clientIds  of whom anything is open
     * @param asOf       the first week begins on the day after
     * @param knownAt    absent: as known now
     * @param total      what is open, yen
     * @param later      expected after the last week
     * @param undated    expected on no day, and why
     * @param usualDelay where one account of one client company was asked for
     * @param accuracy   of forecasts for the first to the fourth week ahead
     */
    record Answer(
            List<String> clientIds,
            LocalDate asOf,
            @Nullable Instant knownAt,
            BigDecimal total,
            List<Weeks.Week> weeks,
            BigDecimal later,
            Map<Undated, BigDecimal> undated,
            @Nullable Usual usualDelay,
            List<Accuracy> accuracy) {}
}
