package io.seikyu.command.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.Event;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import io.seikyu.projection.Recorded;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactionsTest {
    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch made = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);

    @Test
    void whatWasLeftUndoneIsDoneWhenWhatItIsLookedUpInIsMade(@TempDir Path directory) throws Exception {
        try (EventLog log = RocksEventLog.open(directory, Clock.systemUTC())) {
            Reactions reactions = new Reactions(
                    log, new EventCodec(new MemorySubjectKeys()), List.of(new CatchingUp()), this::isTooEarly);
            reactions.start();
            try {
                assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
                assertThat(caughtUp.getCount()).as("too early").isOne();
                assertThat(reactions.busyBefore(-1)).isPresent();

                made.countDown();

                assertThat(caughtUp.await(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                reactions.stop();
            }
        }
    }

    private boolean isTooEarly() {
        asked.countDown();
        return made.getCount() > 0;
    }

    private final class CatchingUp implements Reaction {
        @Override
        public Set<String> hearsOf() {
            return Set.of();
        }

        @Override
        public void react(Event event, Recorded recorded) {
            throw new AssertionError("nothing happened");
        }

        @Override
        public void catchUp() {
            caughtUp.countDown();
        }
    }
}
