package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A batch while it is written: what has become of each commit, and which are still open. */
final class Batch {
    private final List<PreparedCommit> commits;
    private final Outcome[] outcomes;
    private final long headBefore;
    private boolean tried;
    private boolean inDoubt;

    /** @param headBefore number of the last commit when the call began: nothing up to it was stored by this call */
    Batch(List<PreparedCommit> commits, long headBefore) {
        this.commits = commits;
        this.outcomes = new Outcome[commits.size()];
        this.headBefore = headBefore;
    }

    List<PreparedCommit> open() {
        List<PreparedCommit> open = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                open.add(commits.get(i));
            }
        }
        return open;
    }

    boolean isSettled() {
        return Arrays.stream(outcomes).noneMatch(outcome -> outcome == null);
    }

    List<Outcome> outcomes() {
        return List.of(outcomes);
    }

    /** After a try that failed. */
    void doubt(boolean outcomeUnknown) {
        tried = true;
        inDoubt |= outcomeUnknown;
    }

    boolean wasTried() {
        return tried;
    }

    /** Whether some try may have been, or may still be, taken without our knowing. */
    boolean isInDoubt() {
        return inDoubt;
    }

    List<Place> placedByThisCall(List<Place> places) {
        return places.stream().filter(place -> place.number() > headBefore).toList();
    }

    void stored(StoredCommit commit) {
        outcomes[index(commit.commit().id())] = new Outcome.Stored(commit);
    }

    /** @param chained all open commits, in order */
    void storedRest(List<StoredCommit> chained) {
        int next = 0;
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Outcome.Stored(chained.get(next++));
            }
        }
    }

    void refused(PreparedCommit commit, RuntimeException why) {
        for (int i = 0; i < outcomes.length; i++) {
            if (commits.get(i) == commit) {
                outcomes[i] = new Outcome.Refused(why);
            }
        }
    }

    void refuseRest(RuntimeException why) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Outcome.Refused(why);
            }
        }
    }

    private int index(UUID id) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null && commits.get(i).commit().id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("commit " + id + " is not open");
    }
}
