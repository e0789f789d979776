package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import org.jspecify.annotations.Nullable;

/** An invoice as it is handed in: the body of a request, or a row of a file. */
public record SubmitRequest(
        @Nullable @IdText String invoiceId,
        @Nullable @IdText String clientId,
        @Inline InvoiceFields fields) {
    public InvoiceDocument document() {
        return fields.toDocument();
    }
}
