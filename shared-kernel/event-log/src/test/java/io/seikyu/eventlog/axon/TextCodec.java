package io.seikyu.eventlog.axon;

import java.nio.charset.StandardCharsets;

/** Payloads that are text, as Axon's contract tests use them. */
final class TextCodec implements PayloadCodec {
    @Override
    public StoredPayload encode(Object payload) {
        return new StoredPayload("text", 1, ((String) payload).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Class<?> typeOf(String name, int revision) {
        return String.class;
    }

    @Override
    public Object decode(String name, int revision, byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
