package io.seikyu.query.feed;

import io.seikyu.web.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Who follows the log at the moment. Each takes a thread of the server, so there are places for some only; and each is
 * asked to come again after a while, when its key is looked at anew. All end when the process does.
 */
final class Followers implements AutoCloseable {
    static final Duration LOOK_UP_EVERY = Duration.ofMillis(500);

    private static final int PLACES = 64;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST_STAY = Duration.ofMinutes(5);

    private final Semaphore places = new Semaphore(PLACES);
    private volatile boolean closed;

    /** @throws ProblemException 429 when all places are taken */
    Place enter() {
        if (!places.tryAcquire()) {
            throw new ProblemException(429, "too-many-followers", "Too many follow the events already.")
                    .withHeader("Retry-After", "10");
        }
        return new Place();
    }

    /** Nobody stays. */
    @Override
    public void close() {
        closed = true;
    }

    /** One follower's. */
    final class Place implements AutoCloseable {
        private final long until = System.nanoTime() + LONGEST_STAY.toNanos();
        private long nextBeat = System.nanoTime() + HEARTBEAT.toNanos();

        boolean isOpen() {
            return !closed && System.nanoTime() < until;
        }

        void busy() {
            nextBeat = System.nanoTime() + HEARTBEAT.toNanos();
        }

        /** Now and then something is written though there is nothing to say: that shows whether anybody listens. */
        void quiet(Beat beat) throws IOException {
            if (System.nanoTime() > nextBeat) {
                beat.write();
                busy();
            }
        }

        @Override
        public void close() {
            places.release();
        }
    }

    interface Beat {
        void write() throws IOException;
    }
}
