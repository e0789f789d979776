package io.seikyu.eventlog.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import io.seikyu.eventlog.Admission;
import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends batches, beside other processes that do the same. A batch goes out at once, chained to the known head; if the
 * server takes all of it, that was all. Otherwise there are three cases, told apart by asking and not by the error:
 *
 * <ul>
 *   <li>a commit of ours is there: it is stored;
 *   <li>a key is held by a commit that the majority has: refused;
 *   <li>neither: the position went to another process, or its write or an earlier try of ours is still on its way to the
 *       majority, or was rolled back. The rest is chained anew and sent again; ids and keys are unique, so a try that
 *       arrives late does no harm.
 * </ul>
 */
final class CommitWriter {
    private static final Logger LOG = LoggerFactory.getLogger(CommitWriter.class);
    private static final int DUPLICATE_KEY = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;
    /** A document of MongoDB holds at most 16 MiB; some room is left for the fields beside body and keys. */
    private static final int MAX_DOCUMENT = 16 * 1024 * 1024 - 64 * 1024;

    private final CommitStore store;
    private final Head head;
    private final KnownStreams known;
    private final Clock clock;
    private final Duration patience;
    private final Turns turns = new Turns();

    /** @param patience how long a batch is tried before its callers hear that the log is unavailable */
    CommitWriter(CommitStore store, Head head, KnownStreams known, Clock clock, Duration patience) {
        this.store = store;
        this.head = head;
        this.known = known;
        this.clock = clock;
        this.patience = patience;
    }

    /** @return one outcome per commit, in order */
    List<Outcome> write(List<PreparedCommit> commits) {
        Batch batch = new Batch(commits, head.place().number());
        commits.stream().filter(CommitWriter::tooLarge).forEach(commit -> batch.refused(commit, refusal(commit)));
        if (!predecessorsKnown(commits)) {
            settle(batch);
        }
        tryUntilSettled(batch);
        return batch.outcomes();
    }

    private void tryUntilSettled(Batch batch) {
        long start = System.nanoTime();
        boolean interrupted = false;
        RuntimeException why = null;
        for (int failures = 0; !batch.isSettled(); failures++) {
            if (why != null && System.nanoTime() - start > patience.toNanos()) {
                batch.refuseRest(unavailable(why, batch.isInDoubt()));
                break;
            }
            try {
                if (failures > 0) {
                    askAndCatchUp(batch, failures);
                } else {
                    turns.makeRoom();
                }
                insert(batch);
            } catch (MongoException | LogUnavailableException e) {
                LOG.debug("A batch was not taken as it is", e);
                // the server goes on with what it got, so an interrupted caller has to wait for the outcome as well
                interrupted |= Thread.interrupted();
                why = e;
                batch.doubt(outcomeUnknown(e));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void askAndCatchUp(Batch batch, int failures) {
        Place before = head.place();
        settle(batch);
        if (head.refresh().number() > before.number()) {
            turns.lost();
        } else if (!batch.isSettled()) {
            Pause.millis(Math.min(100, 1L << Math.min(failures - 1, 7)));
            head.refresh();
        }
    }

    private void insert(Batch batch) {
        if (batch.isSettled()) {
            return;
        }
        List<Document> documents = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<StoredCommit> chained = new ArrayList<>();
        Place before = head.place();
        Instant now = clock.instant();
        for (PreparedCommit commit : batch.open()) {
            Instant recordedAt = now.isAfter(before.recordedAt()) ? now : before.recordedAt();
            StoredCommit placed = commit.at(before.last() + 1, recordedAt, before.hash());
            documents.add(CommitDocument.of(before.number() + 1, placed, commit.keys()));
            before = Place.of(before.number() + 1, placed, CommitDocument.size(placed, commit.keys()));
            places.add(before);
            chained.add(placed);
        }
        store.insert(documents);
        places.forEach(head::advance);
        batch.storedRest(chained);
        chained.forEach(this::remember);
    }

    /**
     * Asks what became of the open commits, and which of them can be stored at all. Keys are asked for before commits: a
     * commit that becomes visible in between is then found, and is not refused because of its own keys.
     */
    private void settle(Batch batch) {
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
    private boolean predecessorsKnown(List<PreparedCommit> batch) {
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

    private void remember(StoredCommit stored) {
        stored.commit().events().stream()
                .filter(event -> event.stream() != null)
                .forEach(event -> known.saw(event.stream(), event.sequence()));
    }

    private static boolean tooLarge(PreparedCommit commit) {
        return commit.unplaced().length + CommitDocument.keysSize(commit.keys()) > MAX_DOCUMENT;
    }

    private static RuntimeException refusal(PreparedCommit commit) {
        return new IllegalArgumentException("a commit of " + commit.unplaced().length + " bytes and "
                + commit.keys().size() + " keys is more than one document of MongoDB holds");
    }

    private LogUnavailableException unavailable(RuntimeException why, boolean inDoubt) {
        return new LogUnavailableException(
                "MongoDB did not take a commit within " + patience.toMillis() + " ms: " + why.getMessage(),
                why,
                inDoubt);
    }

    /** Whether the server may have taken more than we can find by asking now. */
    private static boolean outcomeUnknown(RuntimeException e) {
        if (e instanceof LogUnavailableException) {
            // it was a question that failed
            return false;
        }
        if (e instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() != null
                    || bulk.getWriteErrors().stream()
                            .anyMatch(
                                    error -> error.getCode() != DUPLICATE_KEY && error.getCode() != OUT_OF_DISK_SPACE);
        }
        // these come before anything is sent
        return !(e instanceof MongoSocketOpenException || e.getClass() == MongoTimeoutException.class);
    }
}
