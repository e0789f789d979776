package io.seikyu.command.request;

import io.seikyu.web.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a request says besides its body.
 *
 * @param route          method and address, e.g. {@code POST /v1/invoices}
 * @param digest         SHA-256 of the body, hexadecimal
 * @param idempotencyKey of the client's choice, or null
 * @param ifMatch        the version the client has seen, or null
 * @param exists         whether the client wants the thing to exist, in whatever version
 */
public record Asked(
        Caller caller,
        String route,
        String digest,
        @Nullable String idempotencyKey,
        @Nullable Long ifMatch,
        boolean exists,
        String correlationId) {
    /** For a body that its controller read itself. */
    public Asked withDigest(String ofBody) {
        return new Asked(caller, route, ofBody, idempotencyKey, ifMatch, exists, correlationId);
    }
}
