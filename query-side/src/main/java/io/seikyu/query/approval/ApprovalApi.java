package io.seikyu.query.approval;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.approval.ApprovalViewStore.Question;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.event.Visibility;
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

/** Questions about what waits for a person's yes. */
@RestController
@RequestMapping("/v1/approvals")
class ApprovalApi {
    private final Answers<ApprovalView> answers;

    ApprovalApi(Projections projections) {
        this.answers = new Answers<>(projections.of(ApprovalProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<ApprovalView> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller,
            Tenancy tenancy) {
        Visibility.refuseInternal("approval", id, caller);
        return answers.one(tenancy.scope(clientId), id, atLeast, Function.identity());
    }

    /** Those that the key may see and that fit the question; without {@code state} those that wait. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<ApprovalView>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(question.clientId()),
                ApprovalViewStore.filters(question, caller),
                paging,
                atLeast,
                Function.identity());
    }
}
