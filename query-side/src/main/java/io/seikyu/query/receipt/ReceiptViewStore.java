package io.seikyu.query.receipt;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** How receipts are looked for. */
final class ReceiptViewStore {
    private ReceiptViewStore() {}

    static List<Bson> filters(Question question) {
        List<Bson> filters = new ArrayList<>();
        if (question.status != null) {
            filters.add(Filters.eq(search(ReceiptProjection.STATUS), question.status.name()));
        }
        if (question.accountId != null) {
            filters.add(Filters.eq(search(ReceiptProjection.ACCOUNT), question.accountId));
        }
        if (question.invoiceId != null) {
            filters.add(Filters.eq(search(ReceiptProjection.INVOICES), question.invoiceId));
        }
        if (question.from != null) {
            filters.add(Filters.gte(search(ReceiptProjection.BOOKED_ON), question.from.toString()));
        }
        if (question.to != null) {
            filters.add(Filters.lte(search(ReceiptProjection.BOOKED_ON), question.to.toString()));
        }
        return filters;
    }

    /**
     * What is asked for; what is absent does not matter.
     *
     * @param accountId the payer
     * @param invoiceId one that the money was allocated to
     * @param from      booked on this day or later
     * @param to        booked on this day or earlier
     */
    record Question(
            @Nullable String clientId,
            ReceiptView.@Nullable Status status,
            @Nullable String accountId,
            @Nullable String invoiceId,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {}
}
