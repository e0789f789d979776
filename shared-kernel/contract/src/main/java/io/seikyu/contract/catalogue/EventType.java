package io.seikyu.contract.catalogue;

import io.seikyu.contract.Event;
import java.util.List;

/**
 * One kind of event: its stored name, which never changes, and the revision of its shape.
 *
 * @param name      e.g. {@code invoice.reviewed}
 * @param revision  of the shape that {@code payload} has now, from 1
 * @param personal  which of its fields are personal data, and whose
 * @param upcasters one for each earlier revision, in order
 */
public record EventType<E extends Event>(
        String name, int revision, Class<E> payload, PersonalFields<E> personal, List<Upcaster> upcasters) {

    public EventType {
        for (int i = 0; i < revision - 1; i++) {
            if (upcasters.size() <= i || upcasters.get(i).from() != i + 1) {
                throw new IllegalArgumentException(name + " lacks the upcaster from revision " + (i + 1));
            }
        }
    }

    static <E extends Event> EventType<E> of(String name, Class<E> payload) {
        return new EventType<>(name, 1, payload, PersonalFields.none(), List.of());
    }

    EventType<E> personal(PersonalFields<E> fields) {
        return new EventType<>(name, revision, payload, fields, upcasters);
    }
}
