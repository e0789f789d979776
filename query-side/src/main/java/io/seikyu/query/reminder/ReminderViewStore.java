package io.seikyu.query.reminder;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.query.reminder.ReminderView.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How reminders are looked for. */
public final class ReminderViewStore {
    private ReminderViewStore() {}

    static List<Bson> filters(Question question) {
        List<Bson> filters = new ArrayList<>();
        if (question.state != null) {
            filters.add(Filters.eq(search(ReminderProjection.STATE), question.state.name()));
        }
        if (question.accountId != null) {
            filters.add(Filters.eq(search(ReminderProjection.ACCOUNT), question.accountId));
        }
        if (question.invoiceId != null) {
            filters.add(Filters.eq(search(ReminderProjection.INVOICES), question.invoiceId));
        }
        return filters;
    }

    /** Those to this payer. */
    public static List<Bson> of(String accountId) {
        return filters(new Question(null, null, accountId, null));
    }

    /** Those by which payers were contacted on these days. */
    public static List<Bson> sent(LocalDate from, LocalDate to) {
        return List.of(
                Filters.gte(search(ReminderProjection.SENT_ON), from.toString()),
                Filters.lte(search(ReminderProjection.SENT_ON), to.toString()));
    }

    static List<Bson> suppressed(Question question) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.ne(search(SuppressionProjection.INVOICES), List.of()));
        if (question.accountId != null) {
            filters.add(Filters.eq(search(SuppressionProjection.ACCOUNT), question.accountId));
        }
        if (question.invoiceId != null) {
            filters.add(Filters.eq(search(SuppressionProjection.INVOICES), question.invoiceId));
        }
        return filters;
    }

    /** What is asked for; what is absent does not matter. */
    record Question(
            @Nullable String clientId,
            @Nullable State state,
            @Nullable String accountId,
            @Nullable String invoiceId) {}
}
