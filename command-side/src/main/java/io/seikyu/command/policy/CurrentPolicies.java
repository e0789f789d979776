package io.seikyu.command.policy;

import io.seikyu.command.store.OnFile;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.ShippedPolicies;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies of one kind as the log has them at this moment, whoever published them; the shipped one until somebody
 * has. What was read of a version is kept.
 */
public final class CurrentPolicies<P> {
    private final OnFile<Policy> policies;
    private final PolicyReading<P> reading;
    private final Map<String, Known<P>> latest = new ConcurrentHashMap<>();

    public CurrentPolicies(OnFile<Policy> policies, PolicyReading<P> reading) {
        this.policies = policies;
        this.reading = reading;
    }

    /** The one that holds where no other is named. */
    public P inForce() {
        PolicyId id = new PolicyId(reading.kind(), PolicyId.IN_FORCE);
        return known(id, find(id).orElseGet(() -> shipped(id)));
    }

    /** The one of this name; empty when nobody published it. */
    public Optional<P> named(String name) {
        PolicyId id = new PolicyId(reading.kind(), name);
        return name.equals(PolicyId.IN_FORCE) ? Optional.of(inForce()) : find(id).map(state -> known(id, state));
    }

    private Optional<PolicyState> find(PolicyId id) {
        return policies.find(id.toString()).map(Policy::state);
    }

    private PolicyState shipped(PolicyId id) {
        return new PolicyState(id.toString(), 0, ShippedPolicies.text(id.kind()));
    }

    private P known(PolicyId id, PolicyState state) {
        Known<P> known = latest.get(id.name());
        if (known == null || known.number() != state.version()) {
            String version = id.version(state.version());
            known = new Known<>(state.version(), reading.published(version, state.text()));
            latest.put(id.name(), known);
        }
        return known.policy();
    }

    private record Known<P>(int number, P policy) {}
}
