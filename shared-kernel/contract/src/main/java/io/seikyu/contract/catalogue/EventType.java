package io.seikyu.contract.catalogue;

import io.seikyu.contract.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

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

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** @throws IllegalArgumentException when the name is not of the form, or an upcaster is missing or too many */
    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the stored name '" + name + "' is not like invoice.reviewed");
        }
        upcasters = List.copyOf(upcasters);
        if (revision < 1 || upcasters.size() != revision - 1) {
            throw new IllegalArgumentException(
                    name + " of revision " + revision + " needs one upcaster for each earlier revision");
        }
        for (int i = 0; i < upcasters.size(); i++) {
            if (upcasters.get(i).from() != i + 1) {
                throw new IllegalArgumentException(name + " lacks the upcaster from revision " + (i + 1));
            }
        }
    }

    /** The first revision of an event without personal data. */
    static <E extends Event> EventType<E> of(String name, Class<E> payload) {
        return new EventType<>(name, 1, payload, PersonalFields.none(), List.of());
    }

    /** The next revision: {@code payload} has a new shape, {@code change} turns the present one into it. */
    EventType<E> revised(UnaryOperator<Map<String, Object>> change) {
        List<Upcaster> all = new ArrayList<>(upcasters);
        all.add(new Upcaster(revision, change));
        return new EventType<>(name, revision + 1, payload, personal, all);
    }

    /** What was stored in revision {@code stored}, in the shape that {@code payload} has now. */
    public Map<String, Object> upcast(int stored, Map<String, Object> json) {
        return Upcaster.lead(upcasters, stored, json);
    }

    EventType<E> personal(PersonalFields<E> fields) {
        return new EventType<>(name, revision, payload, fields, upcasters);
    }
}
