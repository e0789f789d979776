package io.seikyu.eventlog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The one append-only log. What it promises:
 *
 * <ul>
 *   <li>A commit is stored whole or not at all, and is durable before {@link #append} returns.
 *   <li>Positions are gapless and in commit order. Whoever sees a position sees every position below it.
 *   <li>A key that was claimed refuses every later commit that claims it.
 *   <li>Each commit's hash covers the one before it, over bytes that do not depend on the engine.
 * </ul>
 *
 * <p>Two engines keep these promises: RocksDB in the process, and MongoDB shared by many. Implementations are safe for
 * use by many threads.
 */
public interface EventLog extends AutoCloseable {
    /** Names this log, for ever; tokens and views remember which log they read. A copy has the id of its original. */
    UUID id();

    /**
     * Names this very copy of the log's store, for as long as it stays where it is, also over restarts: a store that
     * was copied, restored or moved has another name. What the engine cannot tell is said there.
     */
    String incarnation();

    /** The last position that is durable, or -1 while the log is empty. */
    long head();

    /**
     * Appends one commit. The caller waits until it is durable; callers at the same time share one write.
     *
     * @return the commit as stored
     * @throws KeyClaimedException      when a stream's sequence, an event id or a claim is taken; nothing was stored
     * @throws LogUnavailableException  when the store failed; the outcome is looked up before this is thrown, so
     *                                  nothing was stored unless {@link LogUnavailableException#outcomeUnknown()}
     * @throws IllegalArgumentException when the commit itself is wrong: a key twice, or too large
     */
    StoredCommit append(NewCommit commit);

    /**
     * Appends commits in order, sharing writes; each of them is accepted or refused by itself.
     *
     * @return one outcome per commit, in order
     */
    List<Outcome> appendAll(List<NewCommit> commits);

    /**
     * Durable commits in order, beginning with the one that holds {@code position}.
     *
     * @param maxEvents stop after the commit with which this number of events is reached; large commits stop it earlier,
     *                  so that what is returned stays below some 16 MiB
     * @return at least one commit; empty when {@code position} is beyond the head
     */
    List<StoredCommit> read(long position, int maxEvents);

    /**
     * Events of one stream in order, from {@code sequence} on.
     *
     * @return at most {@code max} of them
     */
    List<StoredEvent> readStream(String stream, long sequence, int max);

    /** The number of the stream's last event, or empty when there is no such stream. */
    OptionalLong lastSequence(String stream);

    /** The first position of the commit that claimed {@code claim}. */
    OptionalLong holderOf(String claim);

    /** The commit with this id, if it was stored: what to ask after an unknown outcome. */
    Optional<StoredCommit> find(UUID commitId);

    /** The hash of the commit that holds {@code position}; empty beyond the head. */
    Optional<byte[]> hashAt(long position);

    /** {@code listener} is called after the head has moved, on any thread; it must not block. Closing ends it. */
    Registration onNews(Runnable listener);

    /** Waits until the head is at {@code position} or beyond. */
    boolean await(long position, Duration atMost);

    /** Keeps {@code snapshot} as the latest of its stream. Snapshots are derived: losing one costs time, not truth. */
    void storeSnapshot(NewEvent snapshot);

    Optional<NewEvent> snapshot(String stream);

    /**
     * Makes this log, while it is empty, a copy-to-be of another: it takes that one's id.
     *
     * @throws IllegalStateException when it holds a commit
     */
    void adopt(UUID id);

    /**
     * Appends commits as another log wrote them, with positions, times and hashes.
     *
     * @throws LogDamagedException when they do not continue this log's chain
     */
    void restore(List<StoredCommit> commits);

    /** Checks what only the engine can: that its indexes say what the commits say. Empty when whole. */
    Optional<String> findIndexFault(long fromPosition, long toPosition);

    /** Writes a copy that an engine of the same kind can open, while appending goes on. The directory must not exist. */
    void backup(Path directory);

    @Override
    void close();

    /** Ends a listener. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** What became of one commit. */
    sealed interface Outcome {
        record Stored(StoredCommit commit) implements Outcome {}

        record Refused(RuntimeException why) implements Outcome {}
    }
}
