package io.seikyu.projection;

import io.seikyu.web.access.TenantScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The views of one projection in memory, for questions that go through all of them: reading and decoding the documents
 * takes fifty times as long. Whoever writes a document tells afterwards, and nobody else writes any, so what was told
 * counts more than what was read.
 */
final class Remembered<V> {
    /** A guess at what a view takes, on the large side. */
    private static final long BYTES = 1_500;
    /** The part of the memory that they may take. */
    private static final int PART = 5;

    private final int most;
    private final Map<String, Map<String, Held<V>>> byTenant = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private boolean isWhole;

    /** @param view null when it was removed */
    private record Held<V>(V view) {}

    Remembered(int most) {
        this.most = most;
    }

    static <V> Remembered<V> withinMemory() {
        return new Remembered<>(
                (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / PART / BYTES));
    }

    /** @param read hands over all that is stored */
    synchronized void complete(Consumer<BiConsumer<String, V>> read) {
        if (!isWhole && !isTooMuch()) {
            read.accept((stream, view) -> {
                if (!isTooMuch() && of(stream).putIfAbsent(stream, new Held<>(view)) == null) {
                    count.incrementAndGet();
                }
            });
            isWhole = true;
        }
    }

    /** There are more than may be here: there is no use for it, for as long as the process runs. */
    boolean isTooMuch() {
        return count.get() > most;
    }

    /** The document of that stream is this one now, or none. */
    void written(String stream, V view) {
        if (isTooMuch()) {
            byTenant.clear();
        } else if (of(stream).put(stream, new Held<>(view)) == null) {
            count.incrementAndGet();
        }
    }

    private Map<String, Held<V>> of(String stream) {
        return byTenant.computeIfAbsent(stream.substring(0, stream.indexOf('/')), tenant -> new ConcurrentHashMap<>());
    }

    void forEach(TenantScope scope, Predicate<V> test, BiConsumer<String, V> what) {
        byTenant.forEach((tenant, views) -> {
            if (scope.ids().map(ids -> ids.contains(tenant)).orElse(true)) {
                views.forEach((stream, held) -> {
                    if (held.view() != null && test.test(held.view())) {
                        what.accept(stream, held.view());
                    }
                });
            }
        });
    }
}
