package io.seikyu.command.whatif;

import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Commits in the order in which they were decided. One that was stored a moment after it was decided, behind others that it
 * did not know, comes before these, unless they tell of the same streams.
 */
final class AsDecided implements Consumer<ReplayedCommit> {
    /** How many commits one may have to go back over. */
    private static final int AHEAD = 256;

    private final Function<ReplayedCommit, OptionalLong> basedOn;
    private final Consumer<ReplayedCommit> next;
    private final List<ReplayedCommit> waiting = new ArrayList<>();

    AsDecided(Function<ReplayedCommit, OptionalLong> basedOn, Consumer<ReplayedCommit> next) {
        this.basedOn = basedOn;
        this.next = next;
    }

    @Override
    public void accept(ReplayedCommit commit) {
        waiting.add(place(commit), commit);
        if (waiting.size() > AHEAD) {
            next.accept(waiting.remove(0));
        }
    }

    /** There are no more. */
    void end() {
        waiting.forEach(next);
        waiting.clear();
    }

    private int place(ReplayedCommit commit) {
        int place = waiting.size();
        OptionalLong known = basedOn.apply(commit);
        if (known.isPresent()) {
            Set<String> streams = streams(commit);
            while (place > 0
                    && waiting.get(place - 1).firstPosition() > known.getAsLong()
                    && streams(waiting.get(place - 1)).stream().noneMatch(streams::contains)) {
                place--;
            }
        }
        return place;
    }

    private static Set<String> streams(ReplayedCommit commit) {
        return commit.events().stream().map(ReplayedEvent::stream).collect(Collectors.toSet());
    }
}
