package io.seikyu.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Writers that append as fast as they are acknowledged. Every commit is a unit of work, as a command's would be. */
final class Appending {
    private static final int STREAM_LENGTH = 100;

    private final EventStore store;

    Appending(EventStore store) {
        this.store = store;
    }

    /**
     * Every writer's first commit is not measured: it may have to connect.
     *
     * @return the events that were acknowledged, all writers together
     */
    Rate measure(int writers, int eventsPerCommit, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        AtomicLong began = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(writers, () -> began.set(System.nanoTime()));
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                work.add(() -> {
                    commit(Invoices.events(newStream(), 0, 1));
                    together.await(1, TimeUnit.MINUTES);
                    return write(eventsPerCommit, began.get() + duration.toNanos());
                });
            }
            long events = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                events += done.get();
            }
            return new Rate(events, System.nanoTime() - began.get(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the writers were interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer failed", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /** One unit of work. */
    void commit(List<? extends EventMessage<?>> events) {
        DefaultUnitOfWork<EventMessage<?>> unit = DefaultUnitOfWork.startAndGet(events.get(0));
        unit.execute(() -> store.publish(events));
    }

    private long write(int eventsPerCommit, long until) {
        long events = 0;
        String stream = "";
        for (long sequence = 0; System.nanoTime() - until < 0; sequence += eventsPerCommit) {
            if (events % STREAM_LENGTH == 0) {
                stream = newStream();
                sequence = 0;
            }
            commit(Invoices.events(stream, sequence, eventsPerCommit));
            events += eventsPerCommit;
        }
        return events;
    }

    private static String newStream() {
        return Invoices.stream(UUID.randomUUID().toString());
    }
}
