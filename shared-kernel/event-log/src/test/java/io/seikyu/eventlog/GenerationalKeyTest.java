package io.seikyu.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationalKeyTest {
    private static final GenerationalKey NUMBER = new GenerationalKey("acme/number/7");

    @TempDir
    private Path directory;

    private EventLog log;

    @BeforeEach
    void openTheLog() {
        log = RocksEventLog.open(directory.resolve("log"), Clock.systemUTC());
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    @Test
    void aKeyThatWasNeverHeldIsFreeInItsFirstGeneration() {
        assertThat(GenerationalKey.freeGeneration(log, NUMBER.name())).contains(0);
        assertThat(GenerationalKey.heldGeneration(log, NUMBER.name())).isEmpty();
    }

    @Test
    void aHeldKeyIsNotFree() {
        claim(NUMBER.held(0));

        assertThat(GenerationalKey.freeGeneration(log, NUMBER.name())).isEmpty();
        assertThat(GenerationalKey.heldGeneration(log, NUMBER.name())).contains(0);
        assertThatThrownBy(() -> claim(NUMBER.held(0))).isInstanceOf(KeyClaimedException.class);
    }

    @Test
    void aFreedKeyIsHeldAgainInTheNextGeneration() {
        for (int generation = 0; generation < 20; generation++) {
            assertThat(GenerationalKey.freeGeneration(log, NUMBER.name())).contains(generation);
            claim(NUMBER.held(generation));
            assertThat(GenerationalKey.freeGeneration(log, NUMBER.name())).isEmpty();
            assertThat(GenerationalKey.heldGeneration(log, NUMBER.name())).contains(generation);
            claim(NUMBER.freed(generation));
        }
    }

    @Test
    void otherKeysAreNotTouched() {
        claim(NUMBER.held(0));

        assertThat(GenerationalKey.freeGeneration(log, "acme/number/70")).contains(0);
    }

    private void claim(String claim) {
        log.append(Commits.of("acme").looseEvent().claim(claim).build());
    }
}
