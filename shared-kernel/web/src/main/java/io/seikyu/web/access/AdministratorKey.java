package io.seikyu.web.access;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.Ids;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.PayloadCodec;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the first administrator in. A key that the configuration names is issued once, as an event like any other key;
 * naming another later issues that one as well, and revoking either works as for any key and lasts. Where none is named
 * and nobody can administer, one is made and announced once.
 */
public final class AdministratorKey {
    private static final Logger LOG = LoggerFactory.getLogger(AdministratorKey.class);
    private static final int SHORT = 32;
    /** Nothing came before it, so its cause is the commit that it is. */
    private static final String METADATA = "{\"actor\":\"system\",\"causationId\":\"%1$s\","
            + "\"correlationId\":\"%1$s\",\"reason\":\"first administrator\",\"tenant\":\"agency\"}";

    private final EventLog log;
    private final PayloadCodec codec;
    private final KeyRing ring;
    private final Clock clock;

    /** @param clock the business clock, which dates the event */
    public AdministratorKey(EventLog log, PayloadCodec codec, KeyRing ring, Clock clock) {
        this.log = log;
        this.codec = codec;
        this.ring = ring;
        this.clock = clock;
    }

    /**
     * @param configured the key that the configuration names, or null or blank
     * @param announce   is told a key that was made here; it is kept nowhere
     */
    public void ensure(@Nullable String configured, Consumer<String> announce) {
        if (configured != null && !configured.isBlank()) {
            issueNamed(configured.strip());
        } else if (!ring.hasAdministrator()) {
            String made = ApiKey.generate();
            if (issueUnless(ring::hasAdministrator, made)) {
                announce.accept(made);
            }
        }
    }

    private void issueNamed(String key) {
        if (key.length() < SHORT) {
            LOG.warn("The administrator's key has fewer than {} characters; somebody may guess it", SHORT);
        }
        String hash = ApiKey.hash(key);
        issueUnless(() -> ring.knows(hash), key);
    }

    /** Another process may do the same at the same time: who is second looks again. */
    private boolean issueUnless(BooleanSupplier done, String key) {
        while (!done.getAsBoolean()) {
            try {
                log.append(commit(key));
                return true;
            } catch (KeyClaimedException e) {
                LOG.debug("somebody else wrote to the ring of keys", e);
            }
        }
        return false;
    }

    private NewCommit commit(String key) {
        String hash = ApiKey.hash(key);
        ApiKeyIssued issued =
                new ApiKeyIssued("admin-" + hash.substring(0, 12), hash, List.of(Role.ADMIN), null, List.of(), null);
        StoredPayload payload = codec.encode(issued);
        long sequence = log.lastSequence(AccessEvent.STREAM).orElse(-1) + 1;
        UUID commitId = UUID.randomUUID();
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                AccessEvent.STREAM,
                sequence,
                payload.name(),
                payload.revision(),
                clock.instant(),
                payload.bytes(),
                METADATA.formatted(commitId).getBytes(StandardCharsets.UTF_8));
        return new NewCommit(commitId, Ids.AGENCY, List.of(event), Set.of());
    }
}
