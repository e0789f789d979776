package io.seikyu.eventlog.mongo;

import com.mongodb.MongoException;
import io.seikyu.eventlog.CommitTooLargeException;
import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    /** A document of MongoDB holds at most 16 MiB; some room is left for the fields beside body and keys. */
    private static final int MAX_DOCUMENT = 16 * 1024 * 1024 - 64 * 1024;

    private final CommitStore store;
    private final Head head;
    private final Settlement settlement;
    private final Clock clock;
    private final Duration patience;
    private final Turns turns = new Turns();

    /** @param patience how long a batch is tried before its callers hear that the log is unavailable */
    CommitWriter(CommitStore store, Head head, KnownStreams known, Clock clock, Duration patience) {
        this.store = store;
        this.head = head;
        this.settlement = new Settlement(store, known);
        this.clock = clock;
        this.patience = patience;
    }

    /** @return one outcome per commit, in order */
    List<Outcome> write(List<PreparedCommit> commits) {
        Batch batch = new Batch(commits, head.place().number());
        commits.stream().filter(CommitWriter::tooLarge).forEach(commit -> batch.refused(commit, refusal(commit)));
        if (!settlement.predecessorsKnown(batch.open())) {
            settlement.settle(batch);
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
                batch.doubt(Failures.leaveDoubt(e));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void askAndCatchUp(Batch batch, int failures) {
        Place before = head.place();
        settlement.settle(batch);
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
        chained.forEach(settlement::remember);
    }

    private static boolean tooLarge(PreparedCommit commit) {
        return commit.unplaced().length + CommitDocument.keysSize(commit.keys()) > MAX_DOCUMENT;
    }

    private static RuntimeException refusal(PreparedCommit commit) {
        return new CommitTooLargeException("a commit of " + commit.unplaced().length + " bytes and "
                + commit.keys().size() + " keys is more than one document of MongoDB holds");
    }

    private LogUnavailableException unavailable(RuntimeException why, boolean inDoubt) {
        return new LogUnavailableException(
                "MongoDB did not take a commit within " + patience.toMillis() + " ms: " + why.getMessage(),
                why,
                inDoubt);
    }
}
