package io.seikyu.query.rendition;

import io.seikyu.documents.IssuedInvoice;
import io.seikyu.documents.pdf.CreditNotePdf;
import io.seikyu.documents.pdf.InvoicePdf;
import io.seikyu.documents.pint.PintWriter;
import io.seikyu.projection.Projections;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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

/** Issued invoices and credit notes as their payers get them. What {@code Accept} asks for decides; JSON is each one's own question. */
@RestController
@RequestMapping("/v1")
class RenditionApi {
    private final IssuedInvoices invoices;

    RenditionApi(Projections projections) {
        this.invoices = new IssuedInvoices(projections);
    }

    /** A qualified invoice on paper, with what held of both parties on the day of issue. */
    @AnyRole
    @GetMapping(path = "/invoices/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        ResponseEntity<IssuedInvoice> found = invoices.find(tenancy.scope(clientId), id, atLeast);
        return answer(found, MediaType.APPLICATION_PDF, RenditionApi::name, InvoicePdf::of);
    }

    /** The same as JP PINT (UBL 2.1). */
    @AnyRole
    @GetMapping(path = "/invoices/{id}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> jpPint(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        ResponseEntity<IssuedInvoice> found = invoices.find(tenancy.scope(clientId), id, atLeast);
        return answer(found, MediaType.APPLICATION_XML, RenditionApi::name, invoice -> {
            PintWriter.obstacle(invoice).ifPresent(text -> {
                throw new ProblemException(409, "no-jp-pint", text);
            });
            return PintWriter.write(invoice);
        });
    }

    /** A credit note on paper, with what held of both parties on its own day of issue. */
    @AnyRole
    @GetMapping(path = "/credit-notes/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> creditNote(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answer(
                invoices.creditNote(tenancy.scope(clientId), id, atLeast),
                MediaType.APPLICATION_PDF,
                note -> "credit-note-" + note.document().number(),
                CreditNotePdf::of);
    }

    private static String name(IssuedInvoice invoice) {
        return "invoice-" + invoice.document().invoiceNumber();
    }

    private static <T> ResponseEntity<byte[]> answer(
            ResponseEntity<T> found, MediaType type, Function<T, String> name, Function<T, byte[]> rendition) {
        T issued = Objects.requireNonNull(found.getBody());
        return ResponseEntity.ok()
                .headers(found.getHeaders())
                .contentType(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CONTENT_DISPOSITION, fileName(name.apply(issued), type.getSubtype()))
                .body(rendition.apply(issued));
    }

    private static String fileName(String name, String ending) {
        return ContentDisposition.attachment()
                .filename(name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_") + "." + ending, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
