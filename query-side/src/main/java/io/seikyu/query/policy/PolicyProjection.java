package io.seikyu.query.policy;

import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.policy.PolicyView.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies (判断基準) of the agency, with the texts of their versions. */
public final class PolicyProjection implements Projection<PolicyView> {
    private static final Folds<PolicyView> FOLDS =
            new Folds<PolicyView>().onEach(PolicyPublished.class, PolicyProjection::published);

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "policy";
    }

    @Override
    public Class<PolicyView> view() {
        return PolicyView.class;
    }

    @Override
    public Folds<PolicyView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(PolicyView view) {
        return Map.of();
    }

    private static PolicyView published(@Nullable PolicyView view, PolicyPublished event, Recorded recorded) {
        PolicyView before = view == null ? new PolicyView(event.kind(), event.name(), List.of()) : view;
        return before.and(new Version(event.version(), event.text(), recorded.at(), recorded.actor()));
    }
}
