package io.seikyu.benchmarks;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** How the peers write events: Axon's Jackson 3 serializer as it comes. */
final class Serializers {
    private Serializers() {}

    static Serializer jackson() {
        return Jackson3Serializer.builder().build();
    }
}
