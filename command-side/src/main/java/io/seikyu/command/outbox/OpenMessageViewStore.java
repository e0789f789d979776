package io.seikyu.command.outbox;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;

/** How open messages are looked for. */
final class OpenMessageViewStore {
    private OpenMessageViewStore() {}

    /** Those whose attempt should have ended. */
    static List<Bson> overdue(Instant now) {
        return List.of(underWay(true), due(now));
    }

    /** Those that nobody tried to send yet. */
    static List<Bson> fresh() {
        return List.of(underWay(false), Filters.eq(search(OpenMessages.DUE), OpenMessages.AT_ONCE));
    }

    /** Those that were refused and may be tried again. */
    static List<Bson> toRetry(Instant now) {
        return List.of(underWay(false), Filters.gt(search(OpenMessages.DUE), OpenMessages.AT_ONCE), due(now));
    }

    /** Behind which none is of this client company: streams begin with its name and a slash. */
    static String behind(String tenant) {
        return tenant + (char) ('/' + 1);
    }

    /** Those with something left for this program to do; not those that wait for a person. */
    static List<Bson> notSettled() {
        return List.of(Filters.ne(search(OpenMessages.DUE), null));
    }

    /** Letters to this payer that wait to be posted. */
    static List<Bson> lettersTo(String payer) {
        return List.of(Filters.eq(search(OpenMessages.LETTER_TO), payer));
    }

    /** All letters that wait to be posted. */
    static List<Bson> letters() {
        return List.of(Filters.ne(search(OpenMessages.LETTER_TO), null));
    }

    private static Bson underWay(boolean is) {
        return Filters.eq(search(OpenMessages.UNDER_WAY), is);
    }

    private static Bson due(Instant now) {
        return Filters.lte(search(OpenMessages.DUE), now.toEpochMilli());
    }
}
