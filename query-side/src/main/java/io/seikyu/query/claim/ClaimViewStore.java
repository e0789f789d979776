package io.seikyu.query.claim;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.projection.Which;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How claims are found of which something may have been open. */
public final class ClaimViewStore {
    private ClaimViewStore() {}

    /**
     * Those that were not over at the end of {@code asOf}, or not known to be; some of them were.
     *
     * @param knownAt null: as known now
     */
    public static Which<ClaimView> openAfter(LocalDate asOf, @Nullable Instant knownAt, @Nullable String accountId) {
        List<Bson> filters = new ArrayList<>();
        Bson later = Filters.gt(search(ClaimProjection.LAST_DAY), asOf.toString());
        filters.add(
                knownAt == null
                        ? later
                        : Filters.or(later, Filters.gte(search(ClaimProjection.LAST_KNOWN), knownAt.toEpochMilli())));
        if (accountId != null) {
            filters.add(Filters.eq(search(ClaimProjection.ACCOUNT), accountId));
            return new Which<>(filters, null);
        }
        return new Which<>(filters, claim -> isLater(claim, asOf) || knownAt != null && isKnownSince(claim, knownAt));
    }

    /**
     * Those of which nothing was open any more, as known at any moment from {@code known} on, and was at the end of
     * {@code day}; some of them were open all the time.
     */
    public static Which<ClaimView> overSince(LocalDate day, Instant known) {
        Bson over = Filters.and(
                Filters.gt(search(ClaimProjection.LAST_DAY), day.toString()),
                Filters.lt(search(ClaimProjection.LAST_DAY), ClaimProjection.OPEN));
        return new Which<>(
                List.of(Filters.or(over, Filters.gte(search(ClaimProjection.LAST_KNOWN), known.toEpochMilli()))),
                claim -> isLater(claim, day) && claim.balance().signum() == 0 || isKnownSince(claim, known));
    }

    private static boolean isLater(ClaimView claim, LocalDate day) {
        return claim.balance().signum() != 0
                || claim.lastDay() != null && claim.lastDay().isAfter(day);
    }

    /** To the millisecond, as the store has it. */
    private static boolean isKnownSince(ClaimView claim, Instant moment) {
        return claim.lastKnown() != null && claim.lastKnown().toEpochMilli() >= moment.toEpochMilli();
    }
}
