package io.seikyu.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.policy.PolicyCommand.PublishPolicy;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** A policy (判断基準) of the agency and its versions. The latest one holds. */
public class Policy {
    @AggregateIdentifier
    private String id;

    private PolicyState state;

    Policy() {}

    public Policy(PolicyState state) {
        this.id = state.id();
        this.state = state;
    }

    /** The same text again is the same version. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyVersion publish(PublishPolicy command) {
        PolicyId target = command.target();
        if (state == null || !state.text().equals(command.text())) {
            int next = state == null ? 1 : state.version() + 1;
            apply(new PolicyPublished(target.kind().path(), target.name(), next, command.text()));
        }
        return new PolicyVersion(state.version());
    }

    @EventSourcingHandler
    void on(PolicyPublished event) {
        id = new PolicyId(PolicyKind.of(event.kind()).orElseThrow(), event.name()).toString();
        state = new PolicyState(id, event.version(), event.text());
    }

    public PolicyState state() {
        return state;
    }
}
