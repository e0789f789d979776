package io.seikyu.query.plan;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.plan.InstalmentPlanViewStore.Question;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about instalment plans. */
@RestController
@RequestMapping("/v1/instalment-plans")
class InstalmentPlanApi {
    private final Answers<InstalmentPlanView> answers;

    InstalmentPlanApi(Projections projections) {
        this.answers = new Answers<>(projections.of(InstalmentPlanProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<InstalmentPlanView> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, Function.identity());
    }

    /** Those that the key may see and that fit the question. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<InstalmentPlanView>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(question.clientId()),
                InstalmentPlanViewStore.filters(question),
                paging,
                atLeast,
                Function.identity());
    }
}
