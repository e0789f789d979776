package io.seikyu.projection;

import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import java.util.Map;

/** A projection that cannot apply the first event until somebody mends it. */
final class Mended implements Projection<Mended.Seen> {
    volatile boolean broken = true;

    private final Folds<Seen> folds = new Folds<Seen>()
            .startingWith(ClientRegistered.class, (event, recorded) -> begin())
            .on(ClientAmended.class, (view, event, recorded) -> new Seen(view.events() + 1));

    record Seen(int events) {}

    private Seen begin() {
        if (broken) {
            throw new IllegalStateException("not mended yet");
        }
        return new Seen(1);
    }

    @Override
    public String name() {
        return "mended";
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
        return Map.of();
    }
}
