package io.seikyu.query.trend;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.PaymentProjection;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.query.trend.Granularity.Period;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a payer, a client company's payers, or all that the key may see have paid over time. */
@RestController
class PaymentTrendApi {
    private static final int MOST_BUCKETS = 400;
    private static final int USUAL_MONTHS = 12;

    private final LiveProjection<ClaimView> claims;
    private final LiveProjection<PaymentView> payments;
    private final Answers<ClaimView> claimAnswers;
    private final Answers<PaymentView> paymentAnswers;
    private final BusinessDay day;

    PaymentTrendApi(Projections projections, BusinessDay day) {
        this.claims = projections.of(ClaimProjection.class);
        this.payments = projections.of(PaymentProjection.class);
        this.claimAnswers = new Answers<>(claims);
        this.paymentAnswers = new Answers<>(payments);
        this.day = day;
    }

    /**
     * Per bucket: billed, received, open, DSO, CEI, punctuality, promises and methods; over all of them a trend with its
     * confidence.
     *
     * @param from absent: the first day of the month eleven months before {@code to}
     * @param to   absent: today
     */
    @AnyRole
    @GetMapping("/v1/payment-trends")
    ResponseEntity<PaymentTrends.Answer> trends(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "month") Granularity granularity,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        LocalDate today = day.today();
        LocalDate end = to == null ? today : to;
        LocalDate begin = from == null ? end.minusMonths(USUAL_MONTHS - 1L).withDayOfMonth(1) : from;
        PaymentTrends trends = new PaymentTrends(periods(begin, end, granularity), today);
        TenantScope scope = tenancy.scope(clientId);
        paymentAnswers.computed(atLeast, () -> {
            histories(scope, accountId, trends);
            return trends;
        });
        return claimAnswers.computed(atLeast, () -> {
            claims.views().forEach(scope, ClaimViewStore.openAfter(begin.minusDays(1), null, accountId), trends::add);
            return trends.answer();
        });
    }

    private void histories(TenantScope scope, @Nullable String accountId, PaymentTrends trends) {
        if (accountId == null) {
            payments.views().forEach(scope, List.of(), trends::add);
        } else {
            payments.views().find(scope, "account", accountId).forEach(found -> trends.add(found.view()));
        }
    }

    private static List<Period> periods(LocalDate from, LocalDate to, Granularity granularity) {
        if (from.isAfter(to)) {
            throw new ProblemException(400, "malformed-parameter", "'from' is after 'to'.");
        }
        if (from.plusDays(MOST_BUCKETS).isBefore(to) && granularity == Granularity.day
                || from.plusWeeks(MOST_BUCKETS).isBefore(to) && granularity == Granularity.week
                || from.plusMonths(MOST_BUCKETS).isBefore(to)) {
            throw new ProblemException(
                    400,
                    "malformed-parameter",
                    "That would be more than " + MOST_BUCKETS + " buckets: ask for a shorter time or longer buckets.");
        }
        return granularity.periods(from, to);
    }
}
