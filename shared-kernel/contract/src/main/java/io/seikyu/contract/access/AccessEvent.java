package io.seikyu.contract.access;

import io.seikyu.contract.Event;
import java.time.LocalDate;
import java.util.List;

/** The life of API keys, and answers that were given. All keys share one stream, {@value #STREAM}. */
public sealed interface AccessEvent extends Event {
    String STREAM = "agency/api-keys/all";

    /**
     * @param hash     SHA-256 of the key, hexadecimal; the key itself is shown once and kept nowhere
     * @param clientId the client company the key is bound to, or null for a key of the agency
     * @param grants   the client companies an agency key may act for; empty: all
     */
    record ApiKeyIssued(
            String keyId, String hash, List<Role> roles, String clientId, List<String> grants, LocalDate expiresOn)
            implements AccessEvent {}

    record ApiKeyRevoked(String keyId, String reason) implements AccessEvent {}

    /**
     * What is needed to give the same answer to the same request again.
     *
     * @param key     SHA-256 over principal, tenant, route and the client's idempotency key, hexadecimal
     * @param digest  keyed digest of the request
     * @param body    the answer's body, encrypted where {@code subject} is given
     * @param subject whose personal data the body holds, or null
     * @param secret  whether the answer held a secret that is not shown again
     */
    record RequestAnswered(
            String key, String digest, int status, String location, String body, String subject, boolean secret)
            implements AccessEvent {}
}
