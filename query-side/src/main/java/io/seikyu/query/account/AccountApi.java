package io.seikyu.query.account;

import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.query.past.Past;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about payers' accounts. */
@RestController
@RequestMapping("/v1/accounts")
class AccountApi {
    private static final AccountProjection ACCOUNTS = new AccountProjection();
    private static final PaymentProjection PAYMENTS = new PaymentProjection();

    private final Answers<AccountView> answers;
    private final LiveProjection<PaymentView> histories;
    private final Answers<PaymentView> payments;
    private final Overview overview;
    private final Past past;
    private final BusinessDay day;

    AccountApi(Projections projections, Past past, BusinessDay day) {
        this.answers = new Answers<>(projections.of(AccountProjection.class));
        this.histories = projections.of(PaymentProjection.class);
        this.payments = new Answers<>(histories);
        this.overview = new Overview(projections);
        this.past = past;
        this.day = day;
    }

    /**
     * One with all its versions, how it paid, what is open, and in which tone it is spoken to.
     *
     * @param asOf as it was known then
     */
    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<AccountAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        TenantScope scope = tenancy.scope(clientId);
        if (asOf != null) {
            return answers.past(scope, id, atLeast, tenant -> then(tenant, id, asOf, atLeast));
        }
        return answers.one(
                scope,
                id,
                atLeast,
                view -> AccountAnswer.whole(
                        view, profile(view, atLeast), overview.of(view, day.today(), null, atLeast), day.today()));
    }

    private Optional<AccountAnswer> then(String tenant, String id, Instant asOf, @Nullable Long atLeast) {
        LocalDate day = BusinessDay.of(asOf);
        PaymentHistory history =
                past.find(PAYMENTS, tenant, id, asOf).map(PaymentView::history).orElse(PaymentHistory.NONE);
        return past.find(ACCOUNTS, tenant, id, asOf)
                .map(view -> AccountAnswer.whole(
                        view, ProfileAnswer.of(history, day), overview.of(view, day, asOf, atLeast), day));
    }

    /** Those that the key may see. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<AccountAnswer>> list(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(clientId), List.of(), paging, atLeast, view -> AccountAnswer.row(view, day.today()));
    }

    /** As of {@code atLeast} too: it stands in a projection of its own. */
    private ProfileAnswer profile(AccountView account, @Nullable Long atLeast) {
        return payments.computed(atLeast, () -> ProfileAnswer.of(history(account), day.today()))
                .getBody();
    }

    private PaymentHistory history(AccountView account) {
        return histories.views().find(TenantScope.of(account.clientId()), "account", account.accountId()).stream()
                .findFirst()
                .map(found -> found.view().history())
                .orElse(PaymentHistory.NONE);
    }
}
