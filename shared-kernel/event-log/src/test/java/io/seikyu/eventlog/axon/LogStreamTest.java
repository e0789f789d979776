package io.seikyu.eventlog.axon;

import static io.seikyu.eventlog.axon.Sample.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.Sample.Noted;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogStreamTest {
    private static final String A = "acme/sample/a";

    @TempDir
    Path directory;

    private EventLog log;
    private LogEventStore store;

    @BeforeEach
    void open() {
        log = RocksEventLog.open(directory, Clock.systemUTC());
        store = LogEventStore.over(log, new EventCodec(Sample.TYPES, new MemorySubjectKeys()));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aStreamBeginsBehindItsTokenWhereverACommitBegins() throws Exception {
        publish(0, 3);
        publish(3, 6);

        for (long token : new long[] {-1, 0, 1, 2, 4, 5}) {
            try (BlockingStream<TrackedEventMessage<?>> stream =
                    store.openStream(new GlobalSequenceTrackingToken(token))) {
                assertThat(rest(stream)).containsExactlyElementsOf(positions(token + 1, 6));
            }
        }
        try (BlockingStream<TrackedEventMessage<?>> all = store.openStream(null)) {
            assertThat(rest(all)).containsExactlyElementsOf(positions(0, 6));
        }
    }

    @Test
    void aStreamThatIsReplayedBeginsWhereTheReplayIs() throws Exception {
        publish(0, 6);
        var replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(5), new GlobalSequenceTrackingToken(1));

        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(replay)) {
            assertThat(rest(stream)).containsExactlyElementsOf(positions(2, 6));
        }
    }

    @Test
    void nothingIsSkippedOrDoubledOverManyBatches() throws Exception {
        publish(0, 1300);
        publish(1300, 1301);

        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            assertThat(rest(stream)).containsExactlyElementsOf(positions(0, 1301));
        }
    }

    @Test
    void peekingTakesNothing() throws Exception {
        publish(0, 2);
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            assertThat(stream.peek()).map(LogStreamTest::position).contains(0L);
            assertThat(position(stream.nextAvailable())).isZero();
            assertThat(stream.peek()).map(LogStreamTest::position).contains(1L);
            stream.nextAvailable();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void whoWaitsIsWokenByTheNextCommit() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            Thread writer = new Thread(() -> publish(0, 1));
            writer.start();
            assertThat(position(stream.nextAvailable())).isZero();
            writer.join();
        }
    }

    @Test
    void theCallbackRunsForEachCommitUntilTheStreamIsClosed() throws Exception {
        Semaphore called = new Semaphore(0);
        BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null);
        assertThat(stream.setOnAvailableCallback(called::release)).isTrue();

        publish(0, 1);
        assertThat(called.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.hasNextAvailable()).isTrue();
        publish(1, 2);
        assertThat(called.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

        stream.close();
        called.drainPermits();
        publish(2, 3);
        log.await(2, Duration.ofSeconds(30));
        assertThat(called.availablePermits()).isZero();
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThatIllegalStateException().isThrownBy(stream::nextAvailable);
    }

    @Test
    void closingAStreamEndsWaiting() throws Exception {
        BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null);
        CountDownLatch ended = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try {
                stream.hasNextAvailable(1, TimeUnit.DAYS);
                ended.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reader.start();
        stream.close();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPooledProcessorHearsOfEventsSoon() throws Exception {
        int rounds = Integer.getInteger("seikyu.rounds", 100);
        Semaphore heard = new Semaphore(0);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
        PooledStreamingEventProcessor processor = processor(heard, threads);
        processor.start();
        try {
            long[] micros = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                publish(i, i + 1);
                assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                micros[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
                Thread.sleep(3);
            }
            Arrays.sort(micros);
            System.out.printf(
                    "a pooled processor heard of %d events: median %.1f ms, 90%% %.1f ms, slowest %.1f ms%n",
                    rounds, micros[rounds / 2] / 1000.0, micros[rounds * 9 / 10] / 1000.0, micros[rounds - 1] / 1000.0);
        } finally {
            processor.shutDown();
            threads.shutdownNow();
        }
    }

    private PooledStreamingEventProcessor processor(Semaphore heard, ScheduledExecutorService threads) {
        EventMessageHandler handler = event -> {
            assertThat(event.getPayload()).isInstanceOf(Noted.class);
            heard.release();
            return null;
        };
        return PooledStreamingEventProcessor.builder()
                .name("hearing")
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .build())
                .initialSegmentCount(2)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
    }

    private void publish(int from, int to) {
        store.publish(IntStream.range(from, to).mapToObj(i -> noted(A, i)).toList());
    }

    private static List<Long> rest(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            positions.add(position(stream.nextAvailable()));
        }
        return positions;
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    private static List<Long> positions(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
