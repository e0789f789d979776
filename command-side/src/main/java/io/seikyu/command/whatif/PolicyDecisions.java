package io.seikyu.command.whatif;

import io.seikyu.command.job.InProcessWork.Progress;
import io.seikyu.command.policy.EveryVersion;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decisions that are taken one at a time, each by one policy and on inputs of its own.
 *
 * @param <P> the policy
 * @param <R> what is recorded of a decision
 */
abstract class PolicyDecisions<P, R> implements DecisionKind, WhatIf {
    /** Under which name the other policy decides. */
    private static final String OTHER = "what-if";

    private final Past past;
    private final PolicyReading<P> reading;

    PolicyDecisions(Past past, PolicyReading<P> reading) {
        this.past = past;
        this.reading = reading;
    }

    /** Takes decisions of a world again. */
    @FunctionalInterface
    interface Taking {
        /** @return empty when the event, which is not folded yet, decides nothing of this kind */
        Optional<Retaken> before(ReplayedCommit commit, int index);
    }

    /** @param policies by which a decision is taken again */
    abstract Taking taking(ReplayedWorld world, Function<R, P> policies);

    /** The version of the policy, and behind it the revisions of rules. */
    abstract List<String> decidedBy(R recorded);

    /** @throws io.seikyu.command.decision.UnknownRevisionException when rules of then are not there any more */
    abstract P asThen(P policy, List<String> rules);

    /** What is otherwise, as far as anybody would act otherwise; empty when nothing is. */
    abstract List<Change> changes(Retaken retaken);

    /** In words. */
    abstract List<String> notKnown();

    @Override
    public String name() {
        return reading.kind().path();
    }

    @Override
    public PolicyReading<P> reading() {
        return reading;
    }

    @Override
    public Retaking reproduction(ReplayedWorld world) {
        EveryVersion<P> versions = new EveryVersion<>(reading);
        Map<List<String>, P> then = new HashMap<>();
        Taking taking = taking(world, recorded -> {
            List<String> by = decidedBy(recorded);
            P known = then.get(by);
            if (known == null) {
                known = asThen(NotReproducibleException.published(versions, by.get(0)), by.subList(1, by.size()));
                then.put(by, known);
            }
            return known;
        });
        return (commit, index) -> {
            if (commit.events().get(index).is(PolicyPublished.class)) {
                versions.with((PolicyPublished) commit.events().get(index).event());
            }
            return taking.before(commit, index).stream().toList();
        };
    }

    @Override
    public Map<String, Object> evaluate(Question question, Cases cases, Progress progress) {
        P other = reading.published(OTHER, question.policy());
        ReplayedWorld world = past.blankWorld();
        Taking taking = taking(world, recorded -> other);
        Evaluation evaluation = new Evaluation(reading.kind(), question, this::changes, cases);
        long head = past.head();
        past.replay(head, world::folds, commit -> {
            world.fold(
                    commit,
                    (whole, index) -> taking.before(whole, index)
                            .filter(retaken -> question.isAbout(retaken.day()))
                            .ifPresent(evaluation::add));
            progress.at(commit.lastPosition() + 1, head + 1);
        });
        return evaluation.told(notKnown());
    }
}
