package io.seikyu.command.world;

import io.seikyu.command.work.WorkList;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;

/**
 * The log from its beginning, for whoever takes decisions again: {@code past.replay(past.head(), world::folds, commit ->
 * ...)} with a {@link #blankWorld} in which each event happens when its time has come. What belongs to persons whose key was
 * erased reads as erased.
 */
public final class Past {
    private static final int BATCH = 1_000;

    private final EventLog log;
    private final EventMessages messages;
    private final Map<String, AggregateModel<?>> models;
    private final List<WorkList<?>> lists;

    /** @param models by the type of their streams */
    Past(EventLog log, EventMessages messages, Map<String, AggregateModel<?>> models, List<WorkList<?>> lists) {
        this.log = log;
        this.messages = messages;
        this.models = Map.copyOf(models);
        this.lists = List.copyOf(lists);
    }

    /** Before anything happened. */
    public ReplayedWorld blankWorld() {
        return new ReplayedWorld(models, lists);
    }

    public long head() {
        return log.head();
    }

    /** For one reader, see {@link #replay(long, Predicate, List, LongConsumer)}. */
    public void replay(long last, Predicate<ReplayedEvent> wanted, Consumer<ReplayedCommit> reader) {
        replay(last, wanted, List.of(reader), position -> {});
    }

    /**
     * Every commit up to the one that holds position {@code last}, in order.
     *
     * @param wanted  which events are read for sure: while readers are busy with what comes before, by all cores. It is
     *                asked by other threads. What is not wanted costs next to nothing, unless a reader looks into it
     * @param readers each hears of every commit; one goes on beside the other
     * @param passed  told now and then, by this thread, of the position up to which all readers are
     */
    public void replay(
            long last, Predicate<ReplayedEvent> wanted, List<Consumer<ReplayedCommit>> readers, LongConsumer passed) {
        ForkJoinTask<List<ReplayedCommit>> ahead = ahead(0, wanted);
        for (long next = 0; next <= last; ) {
            List<ReplayedCommit> batch = ahead.join();
            next = batch.get(batch.size() - 1).lastPosition() + 1;
            ahead = next > last ? null : ahead(next, wanted);
            List<ReplayedCommit> upToLast = batch.stream()
                    .filter(commit -> commit.firstPosition() <= last)
                    .toList();
            readers.parallelStream().forEach(upToLast::forEach);
            passed.accept(next - 1);
        }
    }

    private ForkJoinTask<List<ReplayedCommit>> ahead(long position, Predicate<ReplayedEvent> wanted) {
        return ForkJoinPool.commonPool().submit(() -> {
            List<ReplayedCommit> batch =
                    log.read(position, BATCH).stream().map(this::replayed).toList();
            batch.parallelStream()
                    .flatMap(commit -> commit.events().stream())
                    .filter(wanted)
                    .forEach(ReplayedEvent::event);
            return batch;
        });
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
