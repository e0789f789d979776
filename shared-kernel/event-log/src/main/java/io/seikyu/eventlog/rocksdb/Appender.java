package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Admission;
import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Continues the chain. Only {@link #head} may be called by more than one thread at a time. */
final class Appender {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final Store store;
    private final Reader reader;
    private final Room room;
    private final Clock clock;
    private final LastSequences lastSequences = new LastSequences();
    private volatile Tail tail;

    /** After a failed write there is no other until journal and database are opened anew. */
    private boolean failed;

    Appender(Store store, Reader reader, Room room, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.room = room;
        this.clock = clock;
        this.tail = reader.tail();
    }

    long head() {
        return tail.position();
    }

    /** As {@link io.seikyu.eventlog.GroupCommit.Writer} says. */
    List<Outcome> write(List<PreparedCommit> batch) {
        beWritable();
        List<Optional<RuntimeException>> refusals = Admission.judge(batch, this::taken);
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<StoredCommit> accepted = new ArrayList<>(batch.size());
        Instant now = later(tail.recordedAt(), clock.instant());
        Tail end = tail;
        for (int i = 0; i < batch.size(); i++) {
            if (refusals.get(i).isPresent()) {
                outcomes.add(new Outcome.Refused(refusals.get(i).get()));
            } else {
                StoredCommit stored = batch.get(i).at(end.position() + 1, now, end.hash());
                end = Tail.after(stored);
                accepted.add(stored);
                outcomes.add(new Outcome.Stored(stored));
            }
        }
        if (!accepted.isEmpty()) {
            persist(accepted, end);
        }
        return outcomes;
    }

    /** See {@link io.seikyu.eventlog.EventLog#restore}. */
    void restore(List<StoredCommit> commits) {
        if (commits.isEmpty()) {
            return;
        }
        beWritable();
        Tail end = tail;
        for (StoredCommit commit : commits) {
            end = end.continuedBy(commit);
        }
        try {
            List<PreparedCommit> batch = commits.stream()
                    .map(StoredCommit::commit)
                    .map(PreparedCommit::of)
                    .toList();
            Admission.judge(batch, this::taken).forEach(refusal -> refusal.ifPresent(Appender::raise));
        } catch (IllegalArgumentException | KeyClaimedException e) {
            throw new LogDamagedException("the commits cannot follow: " + e.getMessage(), e);
        }
        persist(commits, end);
    }

    /** What was written last is known without the database. */
    private Set<String> taken(Set<String> keys) {
        Set<String> taken = new HashSet<>();
        List<String> unknown = new ArrayList<>(keys.size());
        for (String key : keys) {
            Optional<Boolean> known = Bytes.isSequence(key) ? lastSequences.taken(key) : Optional.empty();
            if (known.isEmpty()) {
                unknown.add(key);
            } else if (known.get()) {
                taken.add(key);
            }
        }
        taken.addAll(reader.taken(unknown));
        return taken;
    }

    private static void raise(RuntimeException refusal) {
        throw refusal;
    }

    private void beWritable() {
        room.checkForWriting();
        if (failed) {
            // until then it stays open, for those who read
            room.checkForReopening(store.unwritten());
            store.reopen();
            lastSequences.forget();
            tail = reader.tail();
            failed = false;
            LOG.info("The log takes commits again");
        }
    }

    /** Returns when the commits are durable; throws when they are not, or when that cannot be known. */
    private void persist(List<StoredCommit> commits, Tail end) {
        store.makeRoom(commits);
        // until the opposite is known, whatever happens: the journal may have what is not known here
        failed = true;
        try {
            store.append(commits);
            tail = end;
            commits.forEach(commit -> lastSequences.stored(commit.commit()));
            failed = false;
        } catch (LogUnavailableException e) {
            LOG.error("A write to the log failed", e);
            lookUpOutcome(commits, e);
        }
    }

    private void lookUpOutcome(List<StoredCommit> commits, LogUnavailableException failure) {
        UUID first = commits.get(0).commit().id();
        try {
            beWritable();
        } catch (LogUnavailableException e) {
            failure.addSuppressed(e);
            throw new LogUnavailableException(failure.getMessage(), failure, true);
        }
        // the commits of a batch are stored together or not at all
        if (reader.holderOf(Keys.commit(first)).isEmpty()) {
            throw failure;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
