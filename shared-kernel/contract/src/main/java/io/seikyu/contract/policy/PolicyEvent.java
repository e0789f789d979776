package io.seikyu.contract.policy;

import io.seikyu.contract.Event;

/** The life of a policy: its versions. */
public sealed interface PolicyEvent extends Event {
    /**
     * From now on decisions follow this text.
     *
     * @param kind    e.g. {@code review}
     * @param version from 1
     * @param text    all of it, YAML
     */
    record PolicyPublished(String kind, String name, int version, String text) implements PolicyEvent {}
}
