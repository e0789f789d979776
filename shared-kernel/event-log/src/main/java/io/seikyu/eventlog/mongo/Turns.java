package io.seikyu.eventlog.mongo;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Lets other processes get a word in. The one that wrote last knows the head first, and could win every position; so who
 * has lost a position to another lately waits a moment of chance before its next batch, and what gathers meanwhile goes
 * out together.
 */
final class Turns {
    private static final long LATELY = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_MICROS = 2_000;

    private long lastLost = System.nanoTime() - LATELY;

    void lost() {
        lastLost = System.nanoTime();
    }

    void makeRoom() {
        if (System.nanoTime() - lastLost < LATELY) {
            try {
                TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MICROS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
