package io.seikyu.query.approval;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.query.approval.ApprovalView.State;
import io.seikyu.web.access.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How approvals are looked for. */
final class ApprovalViewStore {
    private static final List<String> OPEN_TO_CLIENTS = Stream.of(Decider.values())
            .filter(decider -> !decider.isInternal())
            .map(Decider::name)
            .toList();

    private ApprovalViewStore() {}

    /** What the agency deliberates alone is not there for the keys of a client company. */
    static List<Bson> filters(Question question, Caller caller) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq(
                search(ApprovalProjection.STATE), (question.state == null ? State.WAITING : question.state).name()));
        if (!caller.ofAgency()) {
            filters.add(Filters.in(search(ApprovalProjection.DECIDER), OPEN_TO_CLIENTS));
        }
        if (question.kind != null) {
            filters.add(Filters.eq(search(ApprovalProjection.KIND), question.kind.name()));
        }
        if (question.decider != null) {
            filters.add(Filters.eq(search(ApprovalProjection.DECIDER), question.decider.name()));
        }
        if (question.about != null) {
            filters.add(Filters.eq(search(ApprovalProjection.ABOUT), question.about));
        }
        if (question.accountId != null) {
            filters.add(Filters.eq(search(ApprovalProjection.ACCOUNT), question.accountId));
        }
        return filters;
    }

    /**
     * What is asked for; what is absent does not matter.
     *
     * @param state absent: those that wait
     * @param about the stream of the thing it is about, e.g. {@code acme/invoice/i1}
     */
    record Question(
            @Nullable String clientId,
            @Nullable State state,
            @Nullable ApprovalKind kind,
            @Nullable Decider decider,
            @Nullable String about,
            @Nullable String accountId) {}
}
