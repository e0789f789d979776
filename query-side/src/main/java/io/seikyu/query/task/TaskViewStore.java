package io.seikyu.query.task;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.task.TaskKind;
import io.seikyu.query.task.TaskView.State;
import io.seikyu.web.access.Caller;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How tasks are looked for. */
final class TaskViewStore {
    private TaskViewStore() {}

    /** What the agency deliberates alone is no task that a client company sees. */
    static List<Bson> filters(Question question, Caller caller) {
        List<Bson> filters = new ArrayList<>();
        if (!caller.ofAgency()) {
            filters.add(Filters.eq(search(TaskProjection.INTERNAL), false));
        }
        filters.add(
                question.state == null
                        ? Filters.in(search(TaskProjection.STATE), List.of(State.OPEN.name(), State.CLAIMED.name()))
                        : Filters.eq(search(TaskProjection.STATE), question.state.name()));
        if (question.kind != null) {
            filters.add(Filters.eq(search(TaskProjection.KIND), question.kind.name()));
        }
        if (question.assignee != null) {
            filters.add(Filters.eq(search(TaskProjection.ASSIGNEE), question.assignee));
        }
        if (question.about != null) {
            filters.add(Filters.eq(search(TaskProjection.ABOUT), question.about));
        }
        if (question.accountId != null) {
            filters.add(Filters.eq(search(TaskProjection.ACCOUNT), question.accountId));
        }
        return filters;
    }

    /**
     * What is asked for.
     *
     * @param state     absent: those that wait
     * @param assignee  the key of whoever has it
     * @param about     the stream of the thing it is about, e.g. {@code acme/invoice/i1}
     * @param accountId the payer it concerns
     */
    record Question(
            @Nullable String clientId,
            @Nullable TaskKind kind,
            @Nullable String assignee,
            @Nullable State state,
            @Nullable String about,
            @Nullable String accountId) {}
}
