package io.seikyu.command.schedule;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.command.schedule.AgendaList.Entry;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** How the agenda is looked through, in the order of the times. */
final class AgendaViewStore {
    static final int PAGE = 200;

    private static final Bson PLANNED = Filters.eq(search(AgendaList.FALLEN), false);
    private static final Bson FALLEN = Filters.eq(search(AgendaList.FALLEN), true);

    private final LiveProjection<Entry> list;

    AgendaViewStore(LiveProjection<Entry> list) {
        this.list = list;
    }

    /** What fell due and is not worked: some of it, the oldest first. */
    List<Found<Entry>> fallen() {
        return list.views().first(FALLEN, AgendaList.DUE, PAGE);
    }

    /** What is to fall due by then: some of it, the oldest first. */
    List<Found<Entry>> dueBy(Instant now) {
        return list.views().first(plannedBy(now), AgendaList.DUE, PAGE);
    }

    /** What of one kind is to fall due by then, in the order of streams. */
    List<Found<Entry>> planned(String kind, Instant until, TenantScope scope, String after, int limit) {
        return list.views()
                .list(scope, List.of(plannedBy(until), Filters.eq(search(AgendaList.KIND), kind)), after, limit);
    }

    Optional<Found<Entry>> next() {
        return list.views().first(PLANNED, AgendaList.DUE, 1).stream().findFirst();
    }

    boolean isDone(Instant now) {
        return list.views().first(FALLEN, AgendaList.DUE, 1).isEmpty()
                && list.views().first(plannedBy(now), AgendaList.DUE, 1).isEmpty();
    }

    private static Bson plannedBy(Instant now) {
        return Filters.and(PLANNED, Filters.lte(search(AgendaList.DUE), now.toEpochMilli()));
    }
}
