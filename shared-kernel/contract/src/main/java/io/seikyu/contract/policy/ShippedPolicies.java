package io.seikyu.contract.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policies that come with the program. Each is version 0 of what is in force until somebody publishes another. */
public final class ShippedPolicies {
    private ShippedPolicies() {}

    public static String text(PolicyKind kind) {
        String file = kind.path() + ".yaml";
        try (InputStream in = ShippedPolicies.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + ShippedPolicies.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
