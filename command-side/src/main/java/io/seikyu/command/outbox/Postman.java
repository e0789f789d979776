package io.seikyu.command.outbox;

import io.seikyu.command.message.SendingGate;
import io.seikyu.command.message.SendingGate.Verdict;
import io.seikyu.command.outbox.OpenMessages.OpenMessage;
import io.seikyu.command.sending.Instance;
import io.seikyu.contract.id.Ids;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Stillness;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.common.AxonThreadFactory;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the outbox: hands what may be sent to a few couriers, whenever the log has something new, a pause is over, or
 * a lease has lapsed. Any number of processes may do so on one log.
 */
final class Postman implements Stillness {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final int AT_ONCE = 4;
    private static final int IN_HAND = 64;
    private static final int PAGE = 100;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LIST_FOLLOWS_WITHIN = Duration.ofSeconds(1);
    private static final long FINISH_WITHIN_SECONDS = 30;

    private final EventLog log;
    private final LiveProjection<OpenMessage> open;
    private final Courier courier;
    private final SendingGate gate;
    private final Instance instance;
    private final BooleanSupplier isCrowded;
    private final Clock machineClock;
    private final ExecutorService couriers = Executors.newFixedThreadPool(AT_ONCE, new AxonThreadFactory("courier"));
    private final Thread lookout = new AxonThreadFactory("outbox").newThread(this::lookOut);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param isCrowded whether much is being decided: what is decided first goes out with the rest, soon after */
    Postman(
            EventLog log,
            LiveProjection<OpenMessage> open,
            Courier courier,
            SendingGate gate,
            Instance instance,
            BooleanSupplier isCrowded,
            Clock machineClock) {
        this.log = log;
        this.open = open;
        this.courier = courier;
        this.gate = gate;
        this.instance = instance;
        this.isCrowded = isCrowded;
        this.machineClock = machineClock;
    }

    void start() {
        lookout.start();
    }

    private void lookOut() {
        while (!closed) {
            try {
                instance.introduce();
                long head = log.head();
                open.awaitPatiently(head, LIST_FOLLOWS_WITHIN);
                handOut();
                log.await(head + 1, LOOK_EVERY);
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("the outbox waits a moment ({})", e.getClass().getName());
                    pause();
                }
            }
        }
    }

    private void handOut() {
        Instant now = machineClock.instant();
        open.views()
                .list(TenantScope.all(), OpenMessageViewStore.overdue(now), null, PAGE)
                .forEach(this::handOut);
        // every client company has this answer while all sending is off; the agency itself has no messages
        if (!isCrowded.getAsBoolean() && isOpen(Ids.AGENCY)) {
            handOutWaiting(OpenMessageViewStore.toRetry(now));
            handOutWaiting(OpenMessageViewStore.fresh());
        }
    }

    /** A client company whose sending is stopped is passed over as a whole, however much of it waits. */
    private void handOutWaiting(List<Bson> which) {
        String after = "";
        boolean more = true;
        while (more && inHand.size() < IN_HAND) {
            List<Found<OpenMessage>> page = open.views().list(TenantScope.all(), which, after, PAGE);
            more = page.size() == PAGE;
            for (Found<OpenMessage> found : page) {
                if (found.stream().compareTo(after) > 0) {
                    if (isOpen(found.tenant())) {
                        handOut(found);
                        after = found.stream();
                    } else {
                        after = OpenMessageViewStore.behind(found.tenant());
                    }
                }
            }
        }
    }

    private boolean isOpen(String tenant) {
        return gate.look(tenant, instance.name(), Instant.MAX) == Verdict.OPEN;
    }

    private void handOut(Found<OpenMessage> found) {
        if (!closed && inHand.add(found.stream())) {
            couriers.execute(() -> carry(found.stream()));
        }
    }

    private void carry(String stream) {
        try {
            courier.carry(stream);
        } catch (RuntimeException e) {
            // not its words: they may hold what was to be sent
            LOG.warn("{} waits a moment ({})", stream, e.getClass().getName());
        } finally {
            inHand.remove(stream);
        }
    }

    /** A pause before another attempt is waited for. */
    @Override
    public Optional<String> busyBefore(long head) {
        boolean busy = !inHand.isEmpty()
                || !open.views()
                        .list(TenantScope.all(), OpenMessageViewStore.notSettled(), null, 1)
                        .isEmpty();
        return busy ? Optional.of("the outbox has something to send") : Optional.empty();
    }

    /** Messages of client companies whose sending is stopped. */
    @Override
    public List<String> stuck() {
        List<Found<OpenMessage>> waiting =
                open.views().list(TenantScope.all(), OpenMessageViewStore.notSettled(), null, PAGE);
        return waiting.stream()
                .map(Found::tenant)
                .distinct()
                .filter(tenant -> !isOpen(tenant))
                .map(tenant -> "sending is stopped, and messages of " + tenant + " wait")
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins nothing more, and waits for what is on the wire. */
    void stop() {
        closed = true;
        lookout.interrupt();
        couriers.shutdown();
        try {
            couriers.awaitTermination(FINISH_WITHIN_SECONDS, TimeUnit.SECONDS);
            lookout.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
