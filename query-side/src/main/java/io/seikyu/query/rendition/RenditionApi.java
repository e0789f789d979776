package io.seikyu.query.rendition;

import io.seikyu.documents.IssuedInvoice;
import io.seikyu.documents.pdf.InvoicePdf;
import io.seikyu.documents.pint.PintWriter;
import io.seikyu.projection.Projections;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issued invoices as their payers get them. What {@code Accept} asks for decides; JSON is the invoice's own question. */
@RestController
@RequestMapping("/v1/invoices/{id}")
class RenditionApi {
    private final IssuedInvoices invoices;

    RenditionApi(Projections projections) {
        this.invoices = new IssuedInvoices(projections);
    }

    /** A qualified invoice on paper, with what held of both parties on the day of issue. */
    @AnyRole
    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answer(invoices.find(tenancy.scope(clientId), id, atLeast), MediaType.APPLICATION_PDF, InvoicePdf::of);
    }

    /** The same as JP PINT (UBL 2.1). */
    @AnyRole
    @GetMapping(produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> jpPint(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answer(invoices.find(tenancy.scope(clientId), id, atLeast), MediaType.APPLICATION_XML, invoice -> {
            PintWriter.obstacle(invoice).ifPresent(text -> {
                throw new ProblemException(409, "no-jp-pint", text);
            });
            return PintWriter.write(invoice);
        });
    }

    private static ResponseEntity<byte[]> answer(
            ResponseEntity<IssuedInvoice> found, MediaType type, Function<IssuedInvoice, byte[]> rendition) {
        IssuedInvoice invoice = found.getBody();
        return ResponseEntity.ok()
                .headers(found.getHeaders())
                .contentType(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CONTENT_DISPOSITION, fileName(invoice, type.getSubtype()))
                .body(rendition.apply(invoice));
    }

    private static String fileName(IssuedInvoice invoice, String ending) {
        String number = invoice.document().invoiceNumber().replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
        return ContentDisposition.attachment()
                .filename("invoice-" + number + "." + ending, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
