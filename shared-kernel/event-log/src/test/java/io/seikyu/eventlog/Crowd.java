package io.seikyu.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that begin together; the first failure of one is thrown. */
public final class Crowd {
    private Crowd() {}

    /** What each of them does. */
    public interface Work {
        void as(int number) throws Exception;
    }

    public static void of(int size, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    begin.await();
                    work.as(number);
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
