package io.seikyu.command.policy;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.review.PolicyReader;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.review.ReviewPolicies;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import java.util.ArrayList;
import java.util.List;

/**
 * The review's policy as the log has it at this moment, whoever published it; the shipped one until somebody has. What
 * was read of a version is kept.
 */
public final class CurrentReviewPolicy implements ReviewPolicies {
    private static final PolicyId ID = new PolicyId(PolicyKind.REVIEW, PolicyId.IN_FORCE);

    private final CachingRepository<Policy, PolicyState> policies;
    private volatile PublishedReviewPolicy latest;

    public CurrentReviewPolicy(CachingRepository<Policy, PolicyState> policies) {
        this.policies = policies;
    }

    @Override
    public PublishedReviewPolicy inForce() {
        PolicyState state = policies.find(ID.toString())
                .map(Policy::state)
                .orElseGet(() -> new PolicyState(ID.toString(), 0, null));
        String version = ID.kind().path() + "/" + ID.name() + "@" + state.version();
        PublishedReviewPolicy known = latest;
        if (known == null || !known.version().equals(version)) {
            String text = state.text() == null ? ShippedPolicies.text(ID.kind()) : state.text();
            known = read(version, text);
            latest = known;
        }
        return known;
    }

    /** A version that an older program published may name what this one does not know: then nothing is decided. */
    private static PublishedReviewPolicy read(String version, String text) {
        List<Fault> faults = new ArrayList<>();
        Object tree = YamlTree.read(text, faults);
        PublishedReviewPolicy policy = faults.isEmpty() ? new PolicyReader(faults).read(version, tree) : null;
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the policy " + version + " cannot be read: " + faults);
        }
        return policy;
    }
}
