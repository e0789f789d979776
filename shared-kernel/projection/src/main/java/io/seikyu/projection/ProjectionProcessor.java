package io.seikyu.projection;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's pooled processor, but a batch is handed on whole: the views are written before the unit of work stores the
 * token. (Axon's own order is the other way round for whatever a handler leaves for the end of the batch.)
 */
final class ProjectionProcessor extends PooledStreamingEventProcessor {
    private final BiConsumer<List<Sighting>, Segment> batches;

    ProjectionProcessor(Builder builder, BiConsumer<List<Sighting>, Segment> batches) {
        super(builder.errorHandler(PropagatingErrorHandler.instance()));
        this.batches = batches;
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> messages,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments) {
        List<Sighting> batch = messages.stream().<Sighting>map(Sighting::of).toList();
        batches.accept(batch, segments.iterator().next());
        unitOfWork.start();
        unitOfWork.commit();
    }
}
