package io.seikyu.query.creditnote;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.creditnote.CreditNoteViewStore.Question;
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

/** Questions about credit notes. */
@RestController
@RequestMapping("/v1/credit-notes")
class CreditNoteApi {
    private final Answers<CreditNoteView> answers;

    CreditNoteApi(Projections projections) {
        this.answers = new Answers<>(projections.of(CreditNoteProjection.class));
    }

    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<CreditNoteAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, CreditNoteAnswer::of);
    }

    /** Those that the key may see and that fit the question. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<CreditNoteAnswer>> list(
            @ParameterObject Question question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(question.clientId()),
                CreditNoteViewStore.filters(question),
                paging,
                atLeast,
                CreditNoteAnswer::of);
    }
}
