package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.Admission;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what has become of commits, and which can be stored, by what the majority has. */
final class Settlement {
    private final CommitStore store;
    private final KnownStreams known;

    Settlement(CommitStore store, KnownStreams known) {
        this.store = store;
        this.known = known;
    }

    /**
     * Asks what became of the open commits, and which of them can be stored at all. Keys are asked for before commits: a
     * commit that becomes visible in between is then found, and is not refused because of its own keys.
     */
    void settle(Batch batch) {
        Set<String> asked = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (PreparedCommit commit : batch.open()) {
            asked.addAll(commit.keys());
            asked.addAll(commit.predecessors());
            ids.add(Keys.commit(commit.commit().id()));
        }
        Set<String> taken = store.keysBeside(asked);
        List<Place> ours = batch.wasTried() ? batch.placedByThisCall(store.holders(ids)) : List.of();
        for (StoredCommit commit : store.commits(ours)) {
            batch.stored(commit);
            remember(commit);
            taken.addAll(Keys.of(commit.commit()));
        }
        List<PreparedCommit> open = batch.open();
        List<Optional<RuntimeException>> judgements = Admission.judge(open, keys -> taken);
        for (int i = 0; i < open.size(); i++) {
            PreparedCommit commit = open.get(i);
            judgements.get(i).ifPresent(refusal -> batch.refused(commit, refusal));
        }
    }

    /** Whether all that the batch continues is known to be stored, so that nothing has to be asked first. */
    boolean predecessorsKnown(List<PreparedCommit> batch) {
        Set<String> inBatch = new HashSet<>();
        for (PreparedCommit commit : batch) {
            for (String predecessor : commit.predecessors()) {
                int slash = predecessor.lastIndexOf('/');
                long sequence = Long.parseLong(predecessor.substring(slash + 1));
                if (known.last(predecessor.substring(2, slash)) < sequence && !inBatch.contains(predecessor)) {
                    return false;
                }
            }
            inBatch.addAll(commit.keys());
        }
        return true;
    }

    void remember(StoredCommit stored) {
        stored.commit().events().stream()
                .filter(event -> event.stream() != null)
                .forEach(event -> known.saw(event.stream(), event.sequence()));
    }
}
