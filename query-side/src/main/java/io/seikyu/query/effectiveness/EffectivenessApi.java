package io.seikyu.query.effectiveness;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.query.effectiveness.Group.By;
import io.seikyu.query.reminder.ReminderProjection;
import io.seikyu.query.reminder.ReminderView;
import io.seikyu.query.reminder.ReminderViewStore;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came after reminders, with counts. */
@RestController
class EffectivenessApi {
    private static final int USUAL_MONTHS = 12;

    private final LiveProjection<ReminderView> reminders;
    private final LiveProjection<ClaimView> claims;
    private final BusinessDay day;

    EffectivenessApi(Projections projections, BusinessDay day) {
        this.reminders = projections.of(ReminderProjection.class);
        this.claims = projections.of(ClaimProjection.class);
        this.day = day;
    }

    /**
     * Of the reminders of these days, by stage, channel, tone and segment: how many, about how much, what was paid within 3, 7
     * and 14 days after, what was disputed, and which were wrong in hindsight.
     *
     * @param from absent: twelve months before {@code to}
     * @param to   absent: today
     * @param by   what they are told apart by; absent: all four
     */
    @AnyRole
    @GetMapping("/v1/dunning-effectiveness")
    ResponseEntity<Effectiveness.Answer> effectiveness(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<By> by,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        LocalDate end = to == null ? day.today() : to;
        LocalDate begin = from == null ? end.minusMonths(USUAL_MONTHS) : from;
        if (begin.isAfter(end)) {
            throw new ProblemException(400, "malformed-parameter", "'from' is after 'to'.");
        }
        Set<By> apart = by == null || by.isEmpty() ? EnumSet.allOf(By.class) : EnumSet.copyOf(by);
        TenantScope scope = tenancy.scope(clientId);
        Effectiveness effectiveness = new Effectiveness(day.today(), apart);
        new Answers<>(reminders).computed(atLeast, () -> {
            reminders.views().forEach(scope, ReminderViewStore.sent(begin, end), effectiveness::add);
            return true;
        });
        return new Answers<>(claims).computed(atLeast, () -> {
            // a claim that was paid before it was reminded of is one of which that became known later
            claims.views()
                    .forEach(
                            scope,
                            ClaimViewStore.openAfter(
                                    begin.minusDays(1), BusinessDay.at(begin, LocalTime.MIDNIGHT), null),
                            effectiveness::add);
            return effectiveness.answer(begin, end);
        });
    }
}
