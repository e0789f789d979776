package io.seikyu.command.webhook;

import io.seikyu.command.webhook.OpenWebhooks.Subscription;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each receiver its turns, a few at a time, whenever the log has something new or a pause is over. */
final class WebhookDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

    private static final int AT_ONCE = 4;
    private static final int SUBSCRIPTIONS = 10_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final EventLog log;
    private final LiveProjection<Subscription> open;
    private final WebhookCourier courier;
    private final Clock machineClock;
    private final Predicate<Subscription> maySend;
    private final ExecutorService couriers = Executors.newFixedThreadPool(AT_ONCE, new AxonThreadFactory("webhook"));
    private final Thread lookout = new AxonThreadFactory("webhooks").newThread(this::lookOut);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> reached = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param maySend whether sending is on for its client company */
    WebhookDispatcher(
            EventLog log,
            LiveProjection<Subscription> open,
            WebhookCourier courier,
            Clock machineClock,
            Predicate<Subscription> maySend) {
        this.log = log;
        this.open = open;
        this.courier = courier;
        this.machineClock = machineClock;
        this.maySend = maySend;
    }

    void start() {
        lookout.start();
    }

    private void lookOut() {
        while (!closed) {
            try {
                subscriptions().forEach(this::giveTurn);
                log.await(log.head() + 1, LOOK_EVERY);
                TimeUnit.MILLISECONDS.sleep(20); // what comes together is told together
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("webhooks cannot be looked up ({}); tried again in a moment", e.toString());
                pause();
            }
        }
    }

    private List<Subscription> subscriptions() {
        return open.views().list(TenantScope.all(), List.of(), null, SUBSCRIPTIONS).stream()
                .map(Found::view)
                .toList();
    }

    private void giveTurn(Subscription to) {
        boolean news = reached.getOrDefault(to.stream(), -1L) < log.head();
        if (news && to.isDue(machineClock.instant()) && maySend.test(to) && busy.add(to.stream())) {
            couriers.execute(() -> deliver(to));
        }
    }

    private void deliver(Subscription to) {
        try {
            courier.deliver(to).ifPresent(position -> reached.put(to.stream(), position));
        } catch (RuntimeException e) {
            // not its message: that may hold what was sent
            LOG.warn(
                    "webhook {} could not be worked on ({})",
                    to.stream(),
                    e.getClass().getName());
        } finally {
            busy.remove(to.stream());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is under way. */
    void stop() {
        closed = true;
        lookout.interrupt();
        couriers.shutdown();
        try {
            couriers.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
