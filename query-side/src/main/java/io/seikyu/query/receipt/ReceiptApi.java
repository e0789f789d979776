package io.seikyu.query.receipt;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.receipt.ReceiptViewStore.Question;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about money that came in. */
@RestController
@RequestMapping("/v1/receipts")
class ReceiptApi {
    private final Answers<ReceiptView> answers;

    ReceiptApi(Projections projections) {
        this.answers = new Answers<>(projections.of(ReceiptProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<ReceiptAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, ReceiptAnswer::of);
    }

    /** Those that the key may see and that fit the question. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<ReceiptAnswer>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(question.clientId()),
                ReceiptViewStore.filters(question),
                paging,
                atLeast,
                ReceiptAnswer::of);
    }
}
