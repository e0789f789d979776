package io.seikyu.eventlog.axon;

import io.seikyu.contract.Event;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.contract.catalogue.PersonalFields;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events for tests of the adapter. */
final class Sample {
    static final List<EventType<?>> TYPES = List.of(
            new EventType<>("sample.noted", 1, Noted.class, PersonalFields.none(), List.of()),
            new EventType<>(
                    "sample.named",
                    1,
                    Named.class,
                    new PersonalFields<>(named -> Map.of("name", named.subject())),
                    List.of()));

    private Sample() {}

    record Noted(String text) implements Event {}

    record Named(String subject, String name) implements Event {}

    static DomainEventMessage<Noted> noted(String stream, long sequence) {
        return new GenericDomainEventMessage<>("sample", stream, sequence, new Noted(stream + " " + sequence));
    }
}
