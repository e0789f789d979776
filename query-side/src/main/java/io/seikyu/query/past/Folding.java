package io.seikyu.query.past;

import io.seikyu.contract.Event;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.web.event.EventReader;
import org.jspecify.annotations.Nullable;

/** A view on its way through its stream, folded as its projection folds it. */
public final class Folding<V> {
    private final Projection<V> projection;
    private final EventCodec codec;
    private @Nullable V view;

    public Folding(Projection<V> projection, EventCodec codec) {
        this.projection = projection;
        this.codec = codec;
    }

    /**
     * The view after {@code stored}; null while there is none. An event that the projection ignores changes nothing.
     *
     * @throws RuntimeException when it cannot be applied
     */
    @Nullable
    public V next(StoredEvent stored) {
        Event event = (Event) codec.decode(
                stored.event().type(), stored.event().revision(), stored.event().payload());
        if (projection.folds().handles(event.getClass())) {
            view = projection.folds().apply(view, event, recorded(stored));
        }
        return view;
    }

    private static Recorded recorded(StoredEvent event) {
        return new Recorded(
                event.event().stream(), event.position(), event.event().at(), EventReader.metadata(event.event()));
    }
}
