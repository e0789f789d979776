package io.seikyu.query.contract;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.past.Past;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about contracts. */
@RestController
@RequestMapping("/v1/contracts")
class ContractApi {
    private static final ContractProjection PROJECTION = new ContractProjection();

    private final Answers<ContractView> answers;
    private final Past past;
    private final BusinessDay day;

    ContractApi(Projections projections, Past past, BusinessDay day) {
        this.answers = new Answers<>(projections.of(ContractProjection.class));
        this.past = past;
        this.day = day;
    }

    /**
     * One with all its versions.
     *
     * @param asOf as it was known then
     */
    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<ContractAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        TenantScope scope = tenancy.scope(clientId);
        return asOf == null
                ? answers.one(scope, id, atLeast, view -> ContractAnswer.whole(view, day.today()))
                : answers.past(
                        scope,
                        id,
                        atLeast,
                        tenant -> past.find(PROJECTION, tenant, id, asOf)
                                .map(view -> ContractAnswer.whole(view, BusinessDay.of(asOf))));
    }

    /** Those that the key may see. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<ContractAnswer>> list(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(clientId),
                ContractViewStore.filters(accountId),
                paging,
                atLeast,
                view -> ContractAnswer.row(view, day.today()));
    }
}
