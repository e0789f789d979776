package io.seikyu.command.world;

import io.seikyu.command.work.WorkList;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;

/**
 * The log from its beginning, for whoever takes decisions again: {@code past.replay(past.head(), commit -> ...)} or with a
 * {@link #blankWorld} in which each event happens when its time has come. What belongs to persons whose key was erased reads
 * as erased.
 */
public final class Past {
    private static final int BATCH = 1_000;

    private final EventLog log;
    private final EventMessages messages;
    private final Map<String, AggregateModel<?>> models;
    private final List<WorkList<?>> lists;

    /** Types of streams that move a world. */
    private final Set<String> followed;

    /** @param models by the type of their streams */
    Past(EventLog log, EventMessages messages, Map<String, AggregateModel<?>> models, List<WorkList<?>> lists) {
        this.log = log;
        this.messages = messages;
        this.models = new HashMap<>(models);
        this.lists = List.copyOf(lists);
        this.followed = new HashSet<>(models.keySet());
        lists.forEach(list -> followed.add(list.streamType()));
    }

    /** Before anything happened. */
    public ReplayedWorld blankWorld() {
        return new ReplayedWorld(models, lists);
    }

    public long head() {
        return log.head();
    }

    /** Every commit up to the one that holds position {@code last}, in order. */
    public void replay(long last, Consumer<ReplayedCommit> reader) {
        for (long next = 0; next <= last; ) {
            List<ReplayedCommit> batch =
                    log.read(next, BATCH).stream().map(this::replayed).toList();
            next = batch.get(batch.size() - 1).lastPosition() + 1;
            readAhead(batch);
            batch.stream().filter(commit -> commit.firstPosition() <= last).forEach(reader);
        }
    }

    /** Reading events takes longer than what becomes of them, and can be done by all cores. */
    private void readAhead(List<ReplayedCommit> batch) {
        batch.parallelStream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> followed.contains(event.streamType()))
                .forEach(ReplayedEvent::event);
    }

    private ReplayedCommit replayed(StoredCommit commit) {
        List<ReplayedEvent> events = new ArrayList<>();
        for (StoredEvent stored : commit.events()) {
            if (messages.tracked(stored) instanceof DomainEventMessage<?> message) {
                events.add(new ReplayedEvent(stored.position(), message));
            }
        }
        return new ReplayedCommit(
                commit.firstPosition(), commit.lastPosition(), commit.recordedAt(), List.copyOf(events));
    }
}
