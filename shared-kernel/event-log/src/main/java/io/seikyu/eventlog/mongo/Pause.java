package io.seikyu.eventlog.mongo;

/** Waiting in a loop that must go on: an interrupt ends the pause and is kept for the caller. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
