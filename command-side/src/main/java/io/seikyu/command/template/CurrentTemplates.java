package io.seikyu.command.template;

import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.template.ShippedTemplates;

/** The texts as the log has them at this moment; the shipped one until somebody has published another. */
public final class CurrentTemplates implements Templates {
    private final CachingRepository<Policy, PolicyState> published;

    public CurrentTemplates(CachingRepository<Policy, PolicyState> published) {
        this.published = published;
    }

    @Override
    public Published inForce(String name) {
        String shipped = ShippedTemplates.text(name);
        return published
                .find(new PolicyId(PolicyKind.TEMPLATE, name).toString())
                .map(Policy::state)
                .map(state -> new Published(name, state.version(), state.text()))
                .orElseGet(() -> new Published(name, 0, shipped));
    }
}
