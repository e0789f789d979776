package io.seikyu.query.opportunity;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.AccountAnswer;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.account.PaymentProjection;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.query.opportunity.Thresholds.Checked;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payers with whom more could be done, with the figures that say so. */
@RestController
class OpportunityApi {
    private final LiveProjection<AccountView> accounts;
    private final LiveProjection<PaymentView> payments;
    private final LiveProjection<ClaimView> claims;
    private final BusinessDay day;

    OpportunityApi(Projections projections, BusinessDay day) {
        this.accounts = projections.of(AccountProjection.class);
        this.payments = projections.of(PaymentProjection.class);
        this.claims = projections.of(ClaimProjection.class);
        this.day = day;
    }

    /** Who pay promptly, who grow, and who are near their limits: from the usual thresholds on, or others. */
    @AnyRole
    @GetMapping("/v1/opportunities")
    ResponseEntity<Opportunities.Answer> opportunities(
            @RequestParam(required = false) @Nullable String clientId,
            @ParameterObject Thresholds.Asked asked,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        Checked checked = asked.checked();
        TenantScope scope = tenancy.scope(clientId);
        LocalDate today = day.today();
        Opportunities found = new Opportunities(today, checked.thresholds());
        new Answers<>(payments).computed(atLeast, () -> {
            payments.views().forEach(scope, List.of(), found::add);
            return true;
        });
        new Answers<>(claims).computed(atLeast, () -> {
            LocalDate before = found.firstMonth().atDay(1).minusDays(1);
            claims.views().forEach(scope, ClaimViewStore.openAfter(before, null, null), found::add);
            return true;
        });
        return new Answers<>(accounts).computed(atLeast, () -> {
            accounts.views().forEach(scope, List.of(), view -> found.add(AccountAnswer.row(view, today)));
            return found.answer(checked.limit());
        });
    }
}
