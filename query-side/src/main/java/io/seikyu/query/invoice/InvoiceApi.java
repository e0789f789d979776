package io.seikyu.query.invoice;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.contract.ContractProjection;
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

/** Questions about invoices. */
@RestController
@RequestMapping("/v1/invoices")
class InvoiceApi {
    private final Answers<InvoiceView> answers;
    private final Successors successors;
    private final Interest interest;
    private final BusinessDay day;

    InvoiceApi(Projections projections, BusinessDay day) {
        this.answers = new Answers<>(projections.of(InvoiceProjection.class));
        this.successors = new Successors(projections.of(InvoiceProjection.class));
        this.interest = new Interest(projections.of(ContractProjection.class));
        this.day = day;
    }

    /** One with findings, payments and every version of its document. */
    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<InvoiceAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(
                tenancy.scope(clientId),
                id,
                atLeast,
                view -> InvoiceAnswer.of(view, successors.of(view), interest.accrued(view, day.today())));
    }

    /** Those that the key may see and that fit the question. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<InvoiceRow>> list(
            @ParameterObject InvoiceQuestion question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(question.clientId()),
                InvoiceViewStore.filters(question, day.today()),
                paging,
                atLeast,
                InvoiceRow::of);
    }
}
