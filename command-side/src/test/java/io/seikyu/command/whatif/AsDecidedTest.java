package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class AsDecidedTest {
    private final Map<Long, Long> basedOn = new HashMap<>();
    private final List<Long> order = new ArrayList<>();
    private final AsDecided decided = new AsDecided(
            commit -> basedOn.containsKey(commit.firstPosition())
                    ? OptionalLong.of(basedOn.get(commit.firstPosition()))
                    : OptionalLong.empty(),
            commit -> order.add(commit.firstPosition()));

    private void commit(long position, String stream) {
        decided.accept(new ReplayedCommit(
                position,
                position,
                Instant.EPOCH,
                List.of(new ReplayedEvent(position, new GenericDomainEventMessage<>("t", stream, position, "it")))));
    }

    @Test
    void whatIsBasedOnAnEarlierPositionComesRightBehindIt() {
        basedOn.put(4L, 1L);
        for (long position = 0; position < 6; position++) {
            commit(position, "a/t/" + position);
        }
        decided.end();
        assertThat(order).containsExactly(0L, 1L, 4L, 2L, 3L, 5L);
    }

    @Test
    void eventsOfOneStreamStayInTheirOrder() {
        basedOn.put(4L, 1L);
        for (long position = 0; position < 6; position++) {
            commit(position, position == 2 || position == 4 ? "a/t/same" : "a/t/" + position);
        }
        decided.end();
        assertThat(order).containsExactly(0L, 1L, 2L, 4L, 3L, 5L);
    }

    @Test
    void noneIsLostWhereThereAreMany() {
        for (long position = 0; position < 1_000; position++) {
            commit(position, "a/t/" + position);
        }
        decided.end();
        assertThat(order).hasSize(1_000).isSorted();
    }
}
