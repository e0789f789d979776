package io.seikyu.query.invoice;

import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.query.csv.CsvFile;
import io.seikyu.query.invoice.InvoiceList.Asked;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was corrected and cancelled (訂正・削除の履歴): who, when, before, after and why. */
@RestController
@RequestMapping("/v1")
class CorrectionApi {
    private final InvoiceList list;
    private final Answers<InvoiceView> answers;

    CorrectionApi(InvoiceList list, Projections projections) {
        this.list = list;
        this.answers = new Answers<>(projections.of(InvoiceProjection.class));
    }

    /** Of one invoice. */
    @AnyRole
    @GetMapping("/invoices/{id}/corrections")
    ResponseEntity<CorrectedInvoice> of(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, CorrectedInvoice::of);
    }

    /** Of all invoices that fit the question. */
    @AnyRole
    @GetMapping("/corrections")
    ResponseEntity<Page<CorrectedInvoice>> corrections(
            @ParameterObject InvoiceQuestion question,
            @ParameterObject CorrectedWhen when,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return list.page(
                new Asked(question, tenancy, atLeast),
                InvoiceViewStore.corrected(when.correctedFrom(), when.correctedTo()),
                paging,
                CorrectedInvoice::of);
    }

    /** The same as a table, one row for each place that was changed. */
    @AnyRole
    @GetMapping(path = "/corrections", produces = CsvFile.MEDIA_TYPE)
    void table(
            @ParameterObject InvoiceQuestion question,
            @ParameterObject CorrectedWhen when,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            HttpServletResponse response)
            throws IOException {
        list.table(
                new Asked(question, tenancy, atLeast),
                InvoiceViewStore.corrected(when.correctedFrom(), when.correctedTo()),
                "corrections",
                CorrectedInvoice.COLUMNS,
                CorrectedInvoice::rows,
                response);
    }

    /** The same, each invoice as a line of JSON. */
    @AnyRole
    @GetMapping(path = "/corrections", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @ParameterObject InvoiceQuestion question,
            @ParameterObject CorrectedWhen when,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            HttpServletResponse response)
            throws IOException {
        list.lines(
                new Asked(question, tenancy, atLeast),
                InvoiceViewStore.corrected(when.correctedFrom(), when.correctedTo()),
                "corrections",
                CorrectedInvoice::of,
                response);
    }

    /**
     * @param correctedFrom the last correction of an invoice is of this day or later
     * @param correctedTo   the last correction of an invoice is of this day or earlier
     */
    record CorrectedWhen(
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate correctedFrom,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate correctedTo) {}
}
