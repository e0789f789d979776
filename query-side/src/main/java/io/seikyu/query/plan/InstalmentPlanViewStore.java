package io.seikyu.query.plan;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.query.plan.InstalmentPlanView.Status;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How instalment plans are looked for. */
final class InstalmentPlanViewStore {
    private InstalmentPlanViewStore() {}

    static List<Bson> filters(Question question) {
        List<Bson> filters = new ArrayList<>();
        if (question.status != null) {
            filters.add(Filters.eq(search(InstalmentPlanProjection.STATUS), question.status.name()));
        }
        if (question.accountId != null) {
            filters.add(Filters.eq(search(InstalmentPlanProjection.ACCOUNT), question.accountId));
        }
        if (question.invoiceId != null) {
            filters.add(Filters.eq(search(InstalmentPlanProjection.INVOICES), question.invoiceId));
        }
        return filters;
    }

    /** What is asked for; what is absent does not matter. */
    record Question(
            @Nullable String clientId,
            @Nullable Status status,
            @Nullable String accountId,
            @Nullable String invoiceId) {}
}
