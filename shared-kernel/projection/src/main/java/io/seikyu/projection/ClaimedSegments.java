package io.seikyu.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All segments of a processor that does not run, held by this process. */
final class ClaimedSegments {
    private static final Logger log = LoggerFactory.getLogger(ClaimedSegments.class);
    private static final long KEEP_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final TokenStore store;
    private final String processor;
    private final BiConsumer<Integer, Long> publish;
    private final Map<Integer, TrackingToken> tokens = new LinkedHashMap<>();
    private volatile long position;
    private long keptAt = System.nanoTime();

    private ClaimedSegments(TokenStore store, String processor, BiConsumer<Integer, Long> publish) {
        this.store = store;
        this.processor = processor;
        this.publish = publish;
    }

    /**
     * @param first   the token of a processor that never ran
     * @param publish told how far each segment is
     * @return empty when another process has one of them, or when there are more than {@code atMost}
     */
    static Optional<ClaimedSegments> claim(
            TokenStore store,
            String processor,
            ProjectionSettings settings,
            TrackingToken first,
            BiConsumer<Integer, Long> publish) {
        ClaimedSegments claimed = new ClaimedSegments(store, processor, publish);
        if (store.fetchSegments(processor).length == 0) {
            store.initializeTokenSegments(processor, settings.segments(), first);
        }
        int[] segments = store.fetchSegments(processor);
        boolean all = segments.length <= settings.atMost();
        for (int i = 0; all && i < segments.length; i++) {
            all = claimed.claim(segments[i]);
        }
        if (!all) {
            claimed.release();
            return Optional.empty();
        }
        claimed.position = positionOf(claimed.furthestBehind());
        return Optional.of(claimed);
    }

    private boolean claim(int segment) {
        try {
            tokens.put(segment, store.fetchToken(processor, segment));
            return true;
        } catch (UnableToClaimTokenException heldByAnother) {
            return false;
        }
    }

    private static long positionOf(TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    TrackingToken furthestBehind() {
        List<TrackingToken> all = new ArrayList<>(tokens.values());
        all.sort(Comparator.comparingLong(ClaimedSegments::positionOf));
        return all.get(0);
    }

    long position() {
        return position;
    }

    /** Everything up to there is stored. */
    void advance(TrackingToken to) {
        for (Map.Entry<Integer, TrackingToken> segment : tokens.entrySet()) {
            if (positionOf(segment.getValue()) < positionOf(to)) {
                store.storeToken(to, processor, segment.getKey());
                segment.setValue(to);
                publish.accept(segment.getKey(), positionOf(to));
            }
        }
        position = positionOf(furthestBehind());
        keptAt = System.nanoTime();
    }

    /** Others would take what nobody says anything of for ten seconds. */
    void keep() {
        if (System.nanoTime() - keptAt > KEEP_EVERY) {
            tokens.keySet().forEach(segment -> store.extendClaim(processor, segment));
            keptAt = System.nanoTime();
        }
    }

    void release() {
        for (int segment : tokens.keySet()) {
            try {
                store.releaseClaim(processor, segment);
            } catch (RuntimeException e) {
                log.debug("segment {} of {} is free when its claim lapses", segment, processor, e);
            }
        }
    }
}
