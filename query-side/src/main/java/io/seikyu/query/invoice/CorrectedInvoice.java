package io.seikyu.query.invoice;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.query.audit.JsonDifference.Change;
import io.seikyu.query.invoice.InvoiceView.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An invoice as it is now, with everything that was changed of it.
 *
 * @param counterparty the recipient's name
 */
record CorrectedInvoice(
        String clientId,
        String invoiceId,
        @Nullable String invoiceNumber,
        @Nullable String counterparty,
        Status status,
        @Nullable LocalDate transactionFrom,
        @Nullable LocalDate transactionTo,
        @Nullable BigDecimal total,
        List<Correction> corrections) {
    /** Of {@link #rows}. */
    static final List<String> COLUMNS = List.of(
            "clientId",
            "invoiceId",
            "invoiceNumber",
            "counterparty",
            "transactionFrom",
            "transactionTo",
            "total",
            "kind",
            "version",
            "at",
            "by",
            "why",
            "pointer",
            "before",
            "after",
            "replacedBy");

    static CorrectedInvoice of(InvoiceView view) {
        InvoiceDocument document = view.last().document();
        return new CorrectedInvoice(
                view.clientId(),
                view.invoiceId(),
                document.invoiceNumber(),
                document.recipient() == null ? null : document.recipient().name(),
                view.status(),
                document.transactionFrom(),
                document.transactionTo(),
                document.total(),
                Correction.of(view));
    }

    /** One for each place that was changed. */
    static List<List<@Nullable Object>> rows(InvoiceView view) {
        CorrectedInvoice invoice = of(view);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Correction correction : invoice.corrections) {
            for (Change change : correction.changes()) {
                rows.add(invoice.row(correction, change));
            }
        }
        return rows;
    }

    private List<@Nullable Object> row(Correction correction, Change change) {
        return Arrays.asList(
                clientId,
                invoiceId,
                invoiceNumber,
                counterparty,
                transactionFrom,
                transactionTo,
                total,
                correction.kind(),
                correction.version(),
                correction.at(),
                correction.by(),
                correction.why(),
                change.pointer(),
                text(change.before()),
                text(change.after()),
                correction.replacedBy());
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
