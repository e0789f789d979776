package io.seikyu.projection;

import java.util.concurrent.atomic.AtomicInteger;

/** How many documents are in memory, of all builds that are filled at the same time. */
final class Held {
    /** A guess at what a document takes, on the large side. */
    private static final long BYTES = 8 * 1024;
    /** The part of the memory that they may take. */
    private static final int PART = 4;

    private final int most;
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicInteger holders = new AtomicInteger();

    Held(int most) {
        this.most = most;
    }

    static Held ofThisProcess() {
        return new Held((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / PART / BYTES));
    }

    void begin() {
        holders.incrementAndGet();
    }

    /** @param last how many it held when it was asked last */
    void end(int last) {
        total.addAndGet(-last);
        holders.decrementAndGet();
    }

    /**
     * @param last how many it held when it was asked last, or gave up some
     * @param now  how many it holds
     * @return how many of these it has to give up: some, when all together hold too many and this one more than its share
     */
    int tooMany(int last, int now) {
        boolean all = total.addAndGet(now - last) > most;
        return all && now > most / Math.max(1, holders.get()) ? Math.max(1, now / 4) : 0;
    }
}
