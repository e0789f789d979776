package io.seikyu.eventlog.axon;

import io.seikyu.contract.catalogue.PersonalFields;
import java.util.function.Function;

/**
 * How an aggregate is kept in snapshots: its state as a record, in JSON like an event's, and back. The aggregate itself
 * is never serialised, so it needs no annotations, and personal data in the state is sealed as in events.
 *
 * @param name      stable, e.g. {@code invoice.state}
 * @param revision  raise it when the state's shape changes; snapshots of other revisions are passed over
 * @param aggregate what the repository loads
 * @param state     a record
 * @param personal  which fields of the state are personal data, and whose
 */
public record SnapshotType<A, S>(
        String name,
        int revision,
        Class<A> aggregate,
        Class<S> state,
        Function<A, S> toState,
        Function<S, A> fromState,
        PersonalFields<S> personal) {}
