package io.seikyu.query.invoice;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.contract.ContractProjection;
import io.seikyu.query.csv.CsvFile;
import io.seikyu.query.invoice.InvoiceList.Asked;
import io.seikyu.query.past.Past;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
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
    private static final InvoiceProjection PROJECTION = new InvoiceProjection();

    private final InvoiceList list;
    private final Answers<InvoiceView> answers;
    private final Successors successors;
    private final Interest interest;
    private final Past past;
    private final BusinessDay day;

    InvoiceApi(Projections projections, InvoiceList list, Past past, BusinessDay day) {
        this.list = list;
        this.answers = new Answers<>(projections.of(InvoiceProjection.class));
        this.successors = new Successors(projections.of(InvoiceProjection.class));
        this.interest = new Interest(projections.of(ContractProjection.class));
        this.past = past;
        this.day = day;
    }

    /**
     * One with findings, payments and every version of its document.
     *
     * @param asOf as it was known then; interest by the terms and rates that are known now
     */
    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<InvoiceAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        TenantScope scope = tenancy.scope(clientId);
        if (asOf != null) {
            return answers.past(scope, id, atLeast, tenant -> then(tenant, id, asOf));
        }
        return answers.one(
                scope,
                id,
                atLeast,
                view -> InvoiceAnswer.of(view, successors.of(view), interest.accrued(view, day.today())));
    }

    private Optional<InvoiceAnswer> then(String tenant, String id, Instant asOf) {
        return past.find(PROJECTION, tenant, id, asOf).map(view -> {
            String successor = successors.of(view, other -> past.find(PROJECTION, tenant, other.invoiceId(), asOf));
            return InvoiceAnswer.of(view, successor, interest.accrued(view, BusinessDay.of(asOf)));
        });
    }

    /** Those that the key may see and that fit the question. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<InvoiceRow>> list(
            @ParameterObject InvoiceQuestion question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return list.page(new Asked(question, tenancy, atLeast), List.of(), paging, InvoiceRow::of);
    }

    /** All of them, as a table. */
    @AnyRole
    @GetMapping(produces = CsvFile.MEDIA_TYPE)
    void table(
            @ParameterObject InvoiceQuestion question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            HttpServletResponse response)
            throws IOException {
        list.table(
                new Asked(question, tenancy, atLeast),
                List.of(),
                "invoices",
                InvoiceRow.COLUMNS,
                view -> List.of(InvoiceRow.of(view).cells()),
                response);
    }

    /** All of them, each as a line of JSON. */
    @AnyRole
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @ParameterObject InvoiceQuestion question,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            HttpServletResponse response)
            throws IOException {
        list.lines(new Asked(question, tenancy, atLeast), List.of(), "invoices", InvoiceRow::of, response);
    }
}
