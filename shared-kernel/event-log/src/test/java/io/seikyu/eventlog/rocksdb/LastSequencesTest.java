package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.Keys;
import org.junit.jupiter.api.Test;

class LastSequencesTest {
    private static final String STREAM = "acme/invoice/a/b";

    private final LastSequences last = new LastSequences();

    @Test
    void knowsNothingOfAStreamThatWasNotWritten() {
        last.stored(Commits.single("acme/invoice/other", 0));

        assertThat(last.taken(Keys.sequence(STREAM, 0))).isEmpty();
    }

    @Test
    void everythingUpToTheEndOfAStreamIsTaken() {
        last.stored(Commits.of("acme").event(STREAM, 6).event(STREAM, 7).build());

        assertThat(last.taken(Keys.sequence(STREAM, 0))).contains(true);
        assertThat(last.taken(Keys.sequence(STREAM, 7))).contains(true);
        assertThat(last.taken(Keys.sequence(STREAM, 8))).contains(false);
    }

    @Test
    void whatWasForgottenIsUnknown() {
        last.stored(Commits.single(STREAM, 3));

        last.forget();

        assertThat(last.taken(Keys.sequence(STREAM, 3))).isEmpty();
    }

    @Test
    void remembersTheStreamsInUseAndNotAll() {
        last.stored(Commits.single(STREAM, 0));
        for (int i = 0; i < 10_000; i++) {
            last.stored(Commits.single("acme/invoice/" + i, 0));
            assertThat(last.taken(Keys.sequence(STREAM, 0))).contains(true);
        }

        assertThat(last.taken(Keys.sequence("acme/invoice/0", 0))).isEmpty();
        assertThat(last.taken(Keys.sequence("acme/invoice/9999", 0))).contains(true);
    }
}
