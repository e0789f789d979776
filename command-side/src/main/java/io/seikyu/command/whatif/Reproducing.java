package io.seikyu.command.whatif;

import io.seikyu.command.job.InProcessWork;
import io.seikyu.command.job.JobState;
import io.seikyu.command.whatif.DecisionKind.Retaking;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.policy.PolicyKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The work of taking every decision of the log again, by its own policy and on its own inputs. */
final class Reproducing extends InProcessWork {
    static final String KIND = "REPRODUCTION";

    private final Past past;
    private final List<DecisionKind> kinds;

    Reproducing(Past past, List<DecisionKind> kinds) {
        this.past = past;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Map<String, Object> work(JobState job, Progress progress) {
        return run(progress).told();
    }

    Reproduction run(Progress progress) {
        ReplayedWorld world = past.blankWorld();
        Map<PolicyKind, Retaking> retakings = new EnumMap<>(PolicyKind.class);
        kinds.forEach(kind -> retakings.put(kind.kind(), kind.reproduction(world)));
        long head = past.head();
        Reproduction found = new Reproduction(head, retakings.keySet());
        past.replay(head, world, (commit, index) -> {
            retakings.forEach((kind, retaking) -> retaking.before(commit, index).forEach(it -> found.add(kind, it)));
            progress.at(commit.firstPosition() + index + 1, head + 1);
        });
        return found;
    }
}
