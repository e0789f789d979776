package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.Verification.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a log from its first commit to its head: every hash, positions and streams without gaps, times that do not go
 * back, the engine's indexes, and the checkpoints. What is wrong is told, not thrown. Appending may go on meanwhile;
 * the check ends at the head it met.
 */
public final class LogVerifier {
    private static final int PORTION = 500;

    /** Hears how far the check is. */
    public interface Progress {
        /**
         * @param positions that were checked
         * @param of        how many there are
         */
        void checked(long positions, long of);
    }

    private LogVerifier() {}

    /** Opens the log, checks it and closes it; that it cannot be opened is a fault. */
    public static Verification verify(
            Supplier<? extends EventLog> opening, Checkpoints checkpoints, Progress progress) {
        try (EventLog log = opening.get()) {
            return verify(log, checkpoints, progress);
        } catch (LogDamagedException | LogUnavailableException e) {
            return new Verification(Optional.of(new Fault(-1, "the log cannot be opened: " + e.getMessage())), -1, -1);
        }
    }

    public static Verification verify(EventLog log, Checkpoints checkpoints, Progress progress) {
        Vouchers vouchers;
        try {
            vouchers = new Vouchers(log.id(), checkpoints.all());
        } catch (LogDamagedException e) {
            return new Verification(Optional.of(new Fault(-1, e.getMessage())), -1, -1);
        }
        ChainWalk walk = new ChainWalk(new StreamOrder(log));
        Optional<Fault> fault = fault(log, walk, vouchers, progress);
        return new Verification(fault, walk.through(), vouchers.metThrough());
    }

    private static Optional<Fault> fault(EventLog log, ChainWalk walk, Vouchers vouchers, Progress progress) {
        try {
            long head = log.head();
            while (walk.through() < head) {
                List<StoredCommit> commits = log.read(walk.through() + 1, PORTION);
                if (commits.isEmpty()) {
                    return Optional.of(new Fault(walk.through() + 1, "the commit is missing"));
                }
                for (StoredCommit commit : commits) {
                    Optional<String> broken = vouchers.fault(commit).or(() -> walk.fault(commit));
                    if (broken.isPresent()) {
                        return Optional.of(new Fault(walk.through() + 1, broken.get()));
                    }
                    vouchers.met(commit);
                }
                progress.checked(Math.min(walk.through(), head) + 1, head + 1);
            }
            Optional<String> index = log.findIndexFault(0, walk.through());
            return index.map(text -> new Fault(-1, text)).or(() -> vouchers.lostBehind(walk.through()));
        } catch (LogDamagedException | LogUnavailableException e) {
            return Optional.of(new Fault(walk.through() + 1, e.getMessage()));
        }
    }
}
