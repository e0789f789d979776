package io.seikyu.command.whatif;

import io.seikyu.command.job.InProcessWork;
import io.seikyu.command.job.JobState;
import io.seikyu.command.whatif.DecisionKind.Retaking;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedWorld;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The work of taking every decision of the log again, by its own policy and on its own inputs. */
final class Reproducing extends InProcessWork {
    static final String KIND = "REPRODUCTION";

    private final Past past;
    private final List<DecisionKind> kinds;
    private final CaseStore store;

    Reproducing(Past past, List<DecisionKind> kinds, CaseStore store) {
        this.past = past;
        this.kinds = List.copyOf(kinds);
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Map<String, Object> work(JobState job, Progress progress) {
        return store.keeping(job.jobId(), cases -> run(cases, progress).told());
    }

    Reproduction run(Cases different, Progress progress) {
        ReplayedWorld world = past.blankWorld();
        Map<String, Retaking> retakings = new TreeMap<>();
        kinds.forEach(kind -> retakings.put(kind.name(), kind.reproduction(world)));
        long head = past.head();
        Reproduction found = new Reproduction(head, retakings.keySet(), different);
        AsDecided order = new AsDecided(this::basedOn, commit -> {
            world.fold(
                    commit,
                    (whole, index) -> retakings.forEach(
                            (kind, retaking) -> retaking.before(whole, index).forEach(it -> found.add(kind, it))));
            progress.at(commit.lastPosition() + 1, head + 1);
        });
        past.replay(head, world::folds, order);
        order.end();
        return found;
    }

    private OptionalLong basedOn(ReplayedCommit commit) {
        return kinds.stream()
                .map(kind -> kind.basedOn(commit))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }
}
