package io.seikyu.projection;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** The tokens of a processor that does not run in this process, or not yet. */
final class StoredTokens {
    private final TokenStore store;
    private final String processor;

    StoredTokens(TokenStore store, String processor) {
        this.store = store;
        this.processor = processor;
    }

    /** The furthest position of those that no other process holds; -1 without any. */
    long furthest() {
        long furthest = -1;
        for (int segment : store.fetchSegments(processor)) {
            try {
                TrackingToken token = store.fetchToken(processor, segment);
                store.releaseClaim(processor, segment);
                furthest =
                        Math.max(furthest, token == null ? -1 : token.position().orElse(-1));
            } catch (UnableToClaimTokenException heldByAnother) {
                // that process has looked at it, and goes on from there
            }
        }
        return furthest;
    }

    /** Deletes those that no other process holds; what remains belongs to a name that is not used again. */
    void forget() {
        for (int segment : store.fetchSegments(processor)) {
            try {
                store.fetchToken(processor, segment);
                store.deleteToken(processor, segment);
            } catch (UnableToClaimTokenException heldByAnother) {
                // of no consequence, see above
            }
        }
    }
}
