package io.seikyu.eventlog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides which commits of a batch are taken. Commits earlier in the batch count as stored. */
public final class Admission {
    private Admission() {}

    /**
     * @param taken answers which of the given keys the store holds
     * @return one entry per commit: why it is refused, or empty
     */
    public static List<Optional<RuntimeException>> judge(
            List<PreparedCommit> batch, Function<Set<String>, Set<String>> taken) {
        Set<String> asked = new HashSet<>();
        for (PreparedCommit commit : batch) {
            asked.addAll(commit.keys());
            asked.addAll(commit.predecessors());
        }
        Set<String> known = new HashSet<>(taken.apply(asked));
        List<Optional<RuntimeException>> judgements = new ArrayList<>(batch.size());
        for (PreparedCommit commit : batch) {
            Optional<RuntimeException> refusal = refusal(commit, known);
            if (refusal.isEmpty()) {
                known.addAll(commit.keys());
            }
            judgements.add(refusal);
        }
        return judgements;
    }

    private static Optional<RuntimeException> refusal(PreparedCommit commit, Set<String> known) {
        for (String key : commit.keys()) {
            if (known.contains(key)) {
                return Optional.of(Keys.taken(key));
            }
        }
        for (String key : commit.predecessors()) {
            if (!known.contains(key)) {
                return Optional.of(
                        new IllegalArgumentException("the event " + key.substring(2) + " is missing before this one"));
            }
        }
        return Optional.empty();
    }
}
