package io.seikyu.contract.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies that come with the program. Each is version 0 of what is in force until somebody publishes another. */
public final class ShippedPolicies {
    /** Read once: each decision asks for one. */
    private static final Map<PolicyKind, Optional<String>> TEXTS = new ConcurrentHashMap<>();

    private ShippedPolicies() {}

    /** @throws IllegalStateException when none of this kind is shipped */
    public static String text(PolicyKind kind) {
        return find(kind)
                .orElseThrow(() -> new IllegalStateException(
                        file(kind) + " is missing beside " + ShippedPolicies.class.getName()));
    }

    public static Optional<String> find(PolicyKind kind) {
        return TEXTS.computeIfAbsent(kind, ShippedPolicies::read);
    }

    private static Optional<String> read(PolicyKind kind) {
        try (InputStream in = ShippedPolicies.class.getResourceAsStream(file(kind))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(PolicyKind kind) {
        return kind.path() + ".yaml";
    }
}
