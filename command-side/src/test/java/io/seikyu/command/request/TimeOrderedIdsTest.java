package io.seikyu.command.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    @Test
    void anIdHoldsItsMillisecondItsVersionAndItsVariant() {
        Instant time = Instant.parse("2026-04-30T00:00:00.123Z");
        TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(time, ZoneOffset.UTC), new Random(1));

        UUID id = UUID.fromString(ids.next());

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new Random(1));
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }

        assertThat(made).hasSize(10_000);
    }

    @Test
    void anIdThatTheClientChoseStays() {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), new Random(1));

        assertThat(ids.orNext("theirs")).isEqualTo("theirs");
        assertThat(ids.orNext(null)).hasSize(36);
    }
}
