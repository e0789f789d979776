package io.seikyu.web.access;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that are valid, by their hash, in memory. Finding one takes the same time whatever the key, since only
 * SHA-256 of it meets the table.
 */
public final class KeyRing {
    private final KeyEvents events;
    private final Clock machineClock;
    private final Map<String, ApiKeyIssued> byHash = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private volatile long seen = Long.MIN_VALUE;
    private long next;

    /** @param machineClock not the business clock: a moved test clock must not bring dead keys to life */
    public KeyRing(KeyEvents events, Clock machineClock) {
        this.events = events;
        this.machineClock = machineClock;
    }

    /** Who holds {@code key}; empty when it is unknown, revoked or expired, which nobody is told apart. */
    public Optional<Caller> find(String key) {
        refresh();
        return Optional.ofNullable(byHash.get(ApiKey.hash(key)))
                .filter(this::isValid)
                .map(KeyRing::caller);
    }

    /** Whom the key of this id stands for, be it still valid or not; empty when there is none. */
    public Optional<Caller> named(String keyId) {
        refresh();
        return byHash.values().stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .map(KeyRing::caller);
    }

    /** Whether a key with this hash was ever issued, be it valid or not. */
    boolean knows(String hash) {
        refresh();
        return byHash.containsKey(hash);
    }

    /** Whether anybody can administer. */
    boolean hasAdministrator() {
        refresh();
        return byHash.values().stream().anyMatch(key -> key.roles().contains(Role.ADMIN) && isValid(key));
    }

    /** Nobody proceeds with a ring older than the events that were there when he asked. */
    private void refresh() {
        if (seen == events.generation()) {
            return;
        }
        synchronized (this) {
            long generation = events.generation();
            if (seen != generation) {
                List<AccessEvent> news = events.from(next);
                news.forEach(this::apply);
                next += news.size();
                seen = generation;
            }
        }
    }

    private void apply(AccessEvent event) {
        if (event instanceof ApiKeyIssued issued) {
            byHash.put(issued.hash(), issued);
        } else if (event instanceof ApiKeyRevoked key) {
            revoked.add(key.keyId());
        }
    }

    private boolean isValid(ApiKeyIssued key) {
        LocalDate today = BusinessDay.of(machineClock.instant());
        return !revoked.contains(key.keyId()) && (key.expiresOn() == null || !today.isAfter(key.expiresOn()));
    }

    private static Caller caller(ApiKeyIssued key) {
        List<String> grants = key.grants() == null ? List.of() : key.grants();
        return new Caller(key.keyId(), Set.copyOf(key.roles()), key.clientId(), Set.copyOf(grants));
    }
}
