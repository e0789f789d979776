package io.seikyu.query.past;

import io.seikyu.contract.Event;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.UnreadableEvent;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Projections;
import io.seikyu.projection.Recorded;
import io.seikyu.web.event.EventReader;
import org.jspecify.annotations.Nullable;

/** A view on its way through its stream, folded as its projection folds it. */
public final class Folding<V> {
    private final Projection<V> projection;
    private final EventCodec codec;
    private final Projections projections;
    private @Nullable V view;

    /** @param projections know which events a view does without */
    public Folding(Projection<V> projection, EventCodec codec, Projections projections) {
        this.projection = projection;
        this.codec = codec;
        this.projections = projections;
    }

    /**
     * The view after {@code stored}; null while there is none. An event that the projection ignores, or does without
     * because a person said so, changes nothing.
     *
     * @throws RuntimeException when it cannot be applied
     */
    @Nullable
    public V next(StoredEvent stored) {
        Class<?> type = codec.typeOf(stored.event().type(), stored.event().revision());
        boolean concerns = type == UnreadableEvent.class || projection.folds().handles(type);
        if (concerns && !projections.doesWithout(projection, stored.event().id())) {
            Event event = (Event) codec.decode(
                    stored.event().type(),
                    stored.event().revision(),
                    stored.event().payload());
            view = projection.folds().apply(view, event, recorded(stored));
        }
        return view;
    }

    private static Recorded recorded(StoredEvent event) {
        return new Recorded(
                event.event().stream(), event.position(), event.event().at(), EventReader.metadata(event.event()));
    }
}
