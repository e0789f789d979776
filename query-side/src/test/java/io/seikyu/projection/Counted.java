package io.seikyu.projection;

import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A projection that counts what happened to client companies, and lets a test interfere. */
final class Counted implements Projection<Counted.Seen> {
    /** How many events were folded, by whatever build. */
    final AtomicInteger folded = new AtomicInteger();
    /** Hears of each before it is folded. */
    volatile IntConsumer before = number -> {};
    /** What each event counts for. */
    volatile int weight = 1;

    private final Folds<Seen> folds = new Folds<Seen>()
            .startingWith(ClientRegistered.class, (event, recorded) -> new Seen(count()))
            .on(ClientAmended.class, (view, event, recorded) -> new Seen(view.events() + count()));

    record Seen(int events) {}

    private int count() {
        before.accept(folded.get());
        folded.incrementAndGet();
        return weight;
    }

    @Override
    public String name() {
        return "counted";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "client";
    }

    @Override
    public Class<Seen> view() {
        return Seen.class;
    }

    @Override
    public Folds<Seen> folds() {
        return folds;
    }

    @Override
    public Map<String, Object> search(Seen view) {
        return Map.of("events", BigDecimal.valueOf(view.events()));
    }
}
