package io.seikyu.query.creditnote;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.query.creditnote.CreditNoteView.Status;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How credit notes are looked for. */
final class CreditNoteViewStore {
    private CreditNoteViewStore() {}

    static List<Bson> filters(Question question) {
        List<Bson> filters = new ArrayList<>();
        if (question.invoiceId != null) {
            filters.add(Filters.eq(search(CreditNoteProjection.INVOICE), question.invoiceId));
        }
        if (question.accountId != null) {
            filters.add(Filters.eq(search(CreditNoteProjection.ACCOUNT), question.accountId));
        }
        if (question.status != null) {
            filters.add(Filters.eq(search(CreditNoteProjection.STATUS), question.status.name()));
        }
        return filters;
    }

    /** What is asked for; what is absent does not matter. */
    record Question(
            @Nullable String clientId,
            @Nullable String invoiceId,
            @Nullable String accountId,
            @Nullable Status status) {}
}
