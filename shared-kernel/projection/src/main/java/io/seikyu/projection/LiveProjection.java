package io.seikyu.projection;

import io.seikyu.projection.ParkedSequences.Parked;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A projection that follows the log, and how far it got. While it is rebuilt beside itself there are two builds of it:
 * everybody is answered from the one, until the other one takes over. So ask for {@link #views} each time.
 */
public final class LiveProjection<V> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final Projection<V> projection;
    private final LongSupplier head;
    private final Runnable hurry;
    private volatile Build<V> current;

    @Nullable
    private volatile Build<V> beside;

    LiveProjection(Projection<V> projection, Build<V> current, LongSupplier head, Runnable hurry) {
        this.projection = projection;
        this.current = current;
        this.head = head;
        this.hurry = hurry;
    }

    void start() {
        current.start();
    }

    CompletableFuture<Void> stop() {
        Build<V> other = beside;
        return other == null ? current.stop() : CompletableFuture.allOf(current.stop(), other.stop());
    }

    void publishProgress() {
        current.publishProgress();
        Build<V> other = beside;
        if (other != null) {
            other.publishProgress();
        }
    }

    /** Every event up to this position is in the views or parked; -1 when none is. */
    public long position() {
        return current.position();
    }

    /** Where the log ends. */
    long head() {
        return head.getAsLong();
    }

    /** Whether this process feeds a part of it; of several processes on one store, each part is fed by one. */
    public boolean isFedHere() {
        return current.isFedHere();
    }

    /** Whether the last try to go on failed; it is tried again. */
    boolean isFailing() {
        return current.isFailing();
    }

    /**
     * Tries again what waits of {@code sequence}. Events of it that come meanwhile are in the view afterwards, or wait as
     * before.
     *
     * @return empty when nothing of it waits any more; else what of it waits
     * @throws RuntimeException when a store cannot be reached
     */
    public Optional<Parked> retry(String sequence) {
        return current.retry(sequence);
    }

    public Projection<V> projection() {
        return projection;
    }

    public ViewCollection<V> views() {
        return current.views();
    }

    public ParkedSequences parked() {
        return current.parked();
    }

    Build<V> current() {
        return current;
    }

    @Nullable
    Build<V> beside() {
        return beside;
    }

    void besides(@Nullable Build<V> other) {
        beside = other;
    }

    /** Lets the other build answer at once, however little it holds. */
    void beginAnewWith(Build<V> other) {
        Build<V> before = current;
        current = other;
        beside = null;
        before.stop().join();
    }

    /**
     * Lets the other build take over, once it shows all that this one ever showed: nobody sees the log go back.
     *
     * @return false when it does not get so far in time; then everything is as before
     */
    boolean replaceBy(Build<V> other, Duration atMost) {
        Build<V> before = current;
        boolean replaced = false;
        try {
            before.stop().orTimeout(atMost.toSeconds(), TimeUnit.SECONDS).join();
            replaced = reaches(other, before.position(), atMost, hurry);
            if (replaced) {
                current = other;
                beside = null;
            }
            return replaced;
        } finally {
            if (!replaced) {
                before.start();
            }
        }
    }

    /** Waits until {@link #position()} is at {@code wanted} or beyond. */
    public boolean await(long wanted, Duration atMost) {
        return reaches(null, wanted, atMost, hurry);
    }

    /** The same, for who has time: news are gathered meanwhile. */
    public boolean awaitPatiently(long wanted, Duration atMost) {
        return reaches(null, wanted, atMost, () -> {});
    }

    private boolean reaches(@Nullable Build<V> build, long wanted, Duration atMost, Runnable urge) {
        long end = System.nanoTime() + atMost.toNanos();
        long pause = FIRST_PAUSE.toMillis();
        while ((build == null ? current : build).position() < wanted) {
            urge.run();
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
        }
        return true;
    }
}
