package io.seikyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final List<AccessEvent> stream = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final KeyRing ring = new KeyRing(new StreamOfThisTest(), new MovableClock());

    @Test
    void findsWhoHoldsAKey() {
        String key = issue("k1", "acme", null);
        assertThat(ring.find(key)).contains(new Caller("k1", Set.of(Role.INTEGRATION), "acme", Set.of()));
    }

    @Test
    void knowsNoKeyThatWasNotIssued() {
        issue("k1", "acme", null);
        assertThat(ring.find(ApiKey.generate())).isEmpty();
        assertThat(ring.find("")).isEmpty();
    }

    @Test
    void hearsAtOnceThatAKeyWasRevoked() {
        String key = issue("k1", "acme", null);
        assertThat(ring.find(key)).isPresent();
        stream.add(new ApiKeyRevoked("k1", "lost"));
        assertThat(ring.find(key)).isEmpty();
    }

    @Test
    void holdsAKeyValidToTheEndOfItsLastDayInJapan() {
        String key = issue("k1", "acme", LocalDate.of(2026, 11, 22));
        now = Instant.parse("2026-11-22T14:59:59Z");
        assertThat(ring.find(key)).isPresent();
        now = Instant.parse("2026-11-22T15:00:00Z");
        assertThat(ring.find(key)).isEmpty();
    }

    @Test
    void makesKeysOf256RandomBits() {
        String key = ApiKey.generate();
        assertThat(key).matches("sk_[A-Za-z0-9_-]{43}").isNotEqualTo(ApiKey.generate());
        assertThat(ApiKey.hash(key)).matches("[0-9a-f]{64}").doesNotContain(key);
    }

    private String issue(String id, String client, LocalDate expiresOn) {
        String key = ApiKey.generate();
        stream.add(new ApiKeyIssued(id, ApiKey.hash(key), List.of(Role.INTEGRATION), client, List.of(), expiresOn));
        return key;
    }

    private final class StreamOfThisTest implements KeyEvents {
        @Override
        public long generation() {
            return stream.size();
        }

        @Override
        public List<AccessEvent> from(long sequence) {
            return List.copyOf(stream.subList((int) sequence, stream.size()));
        }
    }

    private final class MovableClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
