package io.seikyu.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheredNewsTest {
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Log log = new Log();
    private final GatheredNews news = new GatheredNews(log, PAUSE, timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void whatComesInAMomentIsToldOnceToEachWhoFollows() throws Exception {
        AtomicInteger first = follow();
        AtomicInteger second = follow();
        CountDownLatch held = holdTheTimer();

        for (int i = 0; i < 100; i++) {
            log.tellAll();
        }
        held.countDown();

        awaitOne(first);
        awaitOne(second);
        settle();
        assertThat(first).hasValue(1);
        assertThat(second).hasValue(1);
    }

    @Test
    void newsAfterThatAreToldAgain() throws Exception {
        AtomicInteger told = follow();
        log.tellAll();
        awaitOne(told);

        log.tellAll();

        while (told.get() < 2) {
            Thread.sleep(1);
        }
    }

    @Test
    void whoHurriesHearsItAtOnceAndOnce() throws Exception {
        AtomicInteger told = follow();
        CountDownLatch held = holdTheTimer();
        news.hurry();
        assertThat(told).hasValue(0);
        log.tellAll();

        news.hurry();
        news.hurry();

        assertThat(told).hasValue(1);
        held.countDown();
    }

    @Test
    void whoClosedHearsNothing() throws Exception {
        AtomicInteger told = new AtomicInteger();
        BlockingStream<TrackedEventMessage<?>> stream = news.openStream(null);
        stream.setOnAvailableCallback(told::incrementAndGet);
        AtomicInteger other = follow();
        stream.close();

        log.tellAll();

        awaitOne(other);
        assertThat(told).hasValue(0);
    }

    private AtomicInteger follow() {
        AtomicInteger told = new AtomicInteger();
        assertThat(news.openStream(null).setOnAvailableCallback(told::incrementAndGet))
                .isTrue();
        return told;
    }

    private CountDownLatch holdTheTimer() {
        CountDownLatch held = new CountDownLatch(1);
        timer.execute(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return held;
    }

    private static void awaitOne(AtomicInteger told) throws InterruptedException {
        while (told.get() == 0) {
            Thread.sleep(1);
        }
    }

    /** Whatever was scheduled before has run. */
    private void settle() throws Exception {
        timer.schedule(() -> {}, 2 * PAUSE.toMillis(), TimeUnit.MILLISECONDS).get();
    }

    /** A log of which nothing is read. */
    private static final class Log implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final List<Runnable> callbacks = new ArrayList<>();

        void tellAll() {
            callbacks.forEach(Runnable::run);
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            return new BlockingStream<>() {
                @Override
                public Optional<TrackedEventMessage<?>> peek() {
                    return Optional.empty();
                }

                @Override
                public boolean hasNextAvailable(int timeout, TimeUnit unit) {
                    return false;
                }

                @Override
                public TrackedEventMessage<?> nextAvailable() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean setOnAvailableCallback(Runnable callback) {
                    return callbacks.add(callback);
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }
}
