package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints of one log, in a directory outside its store: {@code checkpoints.ndjson} and the key that signs them.
 * They show what a store cannot show of itself: that its end is missing, or that all of it was rewritten. They show it
 * as far as the directory is out of reach of whoever tampers: copy it elsewhere.
 */
public final class Checkpoints {
    private static final long THIN_ABOVE = 1024 * 1024;

    private final Path directory;
    private final CheckpointFile file;
    private CheckpointKey key;

    private Checkpoints(Path directory, long thinAbove) {
        this.directory = directory;
        this.file = new CheckpointFile(directory.resolve("checkpoints.ndjson"), thinAbove);
    }

    /** Those in {@code directory}; it is made with the first checkpoint. */
    public static Checkpoints in(Path directory) {
        return new Checkpoints(directory, THIN_ABOVE);
    }

    static Checkpoints thinned(Path directory, long above) {
        return new Checkpoints(directory, above);
    }

    /**
     * Vouches for the log as it is now. Durable when it returns.
     *
     * @param now by the machine's clock
     * @return empty when the log is
     * @throws UncheckedIOException when the directory cannot be written
     */
    public synchronized Optional<Checkpoint> vouchFor(EventLog log, Instant now) {
        long head = log.head();
        Optional<byte[]> hash = log.hashAt(head);
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(directory);
            if (key == null) {
                key = CheckpointKey.in(directory);
            }
            Checkpoint unsigned = Checkpoint.unsigned(log.id(), head, hash.get(), now);
            Checkpoint checkpoint = unsigned.signed(key.sign(unsigned.statement()));
            file.append(checkpoint);
            return Optional.of(checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException("a checkpoint cannot be written to " + directory, e);
        }
    }

    /**
     * A quick look, for the start: whether the log holds what was vouched for last. {@link LogVerifier} looks at
     * everything.
     *
     * @return in words, why it does not
     */
    public synchronized Optional<String> contradiction(EventLog log) {
        try {
            return file.read().stream()
                    .max(Comparator.comparingLong(Checkpoint::position))
                    .filter(last -> !last.logId().equals(log.id()) || !isHash(last.hash(), log.hashAt(last.position())))
                    .map(last -> "the checkpoint of " + last.time() + " vouches for position " + last.position()
                            + " of log " + last.logId() + "; log " + log.id() + " ends at " + log.head()
                            + " or has another commit there");
        } catch (IOException | LogDamagedException e) {
            return Optional.of("the checkpoints in " + directory + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isHash(String expected, Optional<byte[]> hash) {
        return hash.isPresent() && HexFormat.of().formatHex(hash.get()).equals(expected);
    }

    /**
     * All of them in the order in which they were written; every signature is checked.
     *
     * @throws LogDamagedException when one cannot be read or its signature is false
     */
    public synchronized List<Checkpoint> all() {
        try {
            List<Checkpoint> all = file.read();
            if (!all.isEmpty()) {
                PublicKey signer = CheckpointKey.publicKeyIn(directory);
                for (Checkpoint checkpoint : all) {
                    if (!CheckpointKey.signed(checkpoint, signer)) {
                        throw new LogDamagedException(
                                "the checkpoint for position " + checkpoint.position() + " has a false signature",
                                null);
                    }
                }
            }
            return all;
        } catch (IOException | GeneralSecurityException e) {
            throw new LogDamagedException("the checkpoints in " + directory + " cannot be read: " + e, e);
        }
    }
}
