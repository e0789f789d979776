package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.Verification.Fault;
import java.util.HexFormat;
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

    /** Hears how far the check is, and may keep it. */
    public interface Halfway {
        /** @param of how many positions there are */
        void reached(Standing standing, long of);
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
        return verify(
                log, checkpoints, null, (standing, of) -> progress.checked(Math.min(standing.through() + 1, of), of));
    }

    /**
     * Goes on where a check of this log broke off.
     *
     * @param from how far that was, or null: from the first commit, as when the log has another hash there by now
     */
    public static Verification verify(EventLog log, Checkpoints checkpoints, Standing from, Halfway progress) {
        Vouchers vouchers;
        try {
            vouchers = new Vouchers(log.id(), checkpoints.all());
        } catch (LogDamagedException e) {
            return new Verification(Optional.of(new Fault(-1, e.getMessage())), -1, -1);
        }
        StreamOrder order = new StreamOrder(log);
        ChainWalk walk = new ChainWalk(order);
        if (from != null && stands(log, from)) {
            walk = new ChainWalk(order, from);
            vouchers.metThrough(from.vouched());
        }
        Optional<Fault> fault = fault(log, walk, vouchers, progress);
        return new Verification(fault, walk.through(), vouchers.metThrough());
    }

    private static boolean stands(EventLog log, Standing from) {
        return log.hashAt(from.through())
                .filter(hash -> HexFormat.of().formatHex(hash).equals(from.hash()))
                .isPresent();
    }

    private static Optional<Fault> fault(EventLog log, ChainWalk walk, Vouchers vouchers, Halfway progress) {
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
                progress.reached(walk.standing(vouchers.metThrough()), head + 1);
            }
            Optional<String> index = log.findIndexFault(0, walk.through());
            return index.map(text -> new Fault(-1, text)).or(() -> vouchers.lostBehind(walk.through()));
        } catch (LogDamagedException | LogUnavailableException e) {
            return Optional.of(new Fault(walk.through() + 1, e.getMessage()));
        }
    }
}
