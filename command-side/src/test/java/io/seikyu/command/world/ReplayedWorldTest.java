package io.seikyu.command.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.seikyu.command.policy.Policy;
import io.seikyu.command.store.OnFile;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

/** A world keeps what it was asked for before the first event. */
class ReplayedWorldTest {
    private static final String STREAM = "agency/policy/review.default";

    private final ReplayedWorld world = new ReplayedWorld(
            Map.of("policy", AnnotatedAggregateMetaModelFactory.inspectAggregate(Policy.class)), List.of());
    private final ReplayedEvent published = new ReplayedEvent(
            0,
            new GenericDomainEventMessage<>(
                    "policy", STREAM, 0, new PolicyPublished("review", "default", 1, "rules: {}")));

    @Test
    void whatWasAskedForIsMoved() {
        OnFile<Policy> policies = world.of(Policy.class);
        assertThat(world.folds(published)).isTrue();
        world.fold(published);
        assertThat(policies.find(STREAM).orElseThrow().state().version()).isEqualTo(1);
        assertThat(world.of(Policy.class)).isSameAs(policies);
    }

    @Test
    void whatNobodyAskedForIsNotKeptAndCannotBeHadAfterwards() {
        assertThat(world.folds(published)).isFalse();
        world.fold(published);
        assertThatIllegalStateException().isThrownBy(() -> world.of(Policy.class));
    }
}
