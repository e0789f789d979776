package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.EventLogContract;
import io.seikyu.eventlog.LogUnavailableException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class RocksEventLogTest extends EventLogContract {
    @Override
    protected EventLog open(Clock clock) {
        return RocksEventLog.open(directory.resolve("log"), clock);
    }

    @Override
    protected EventLog openAnother(Clock clock) {
        return RocksEventLog.open(directory.resolve("another"), clock);
    }

    @Test
    void aLogIsOpenOnlyOnce() {
        assertThatThrownBy(() -> open(clock))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageContaining("open already")
                .hasMessageContaining(directory.toString());
    }

    @Test
    void aBackupIsALogOfItsOwnWhileAppendingGoesOn() {
        log.append(Commits.single("acme/invoice/1", 0));
        log.backup(directory.resolve("backup"));
        log.append(Commits.single("acme/invoice/1", 1));

        try (EventLog backup = RocksEventLog.open(directory.resolve("backup"), clock)) {
            assertThat(backup.id()).isEqualTo(log.id());
            assertThat(backup.head()).isZero();
            assertThat(backup.hashAt(0).orElseThrow()).isEqualTo(log.hashAt(0).orElseThrow());
            assertThat(backup.findIndexFault(0, 0)).isEmpty();
            backup.append(Commits.single("acme/invoice/1", 1));
        }
    }

    @Test
    void aClosedLogSaysSo() {
        log.append(Commits.single("acme/invoice/1", 0));
        log.close();

        assertThatThrownBy(() -> log.append(Commits.single("acme/invoice/1", 1)))
                .isInstanceOfSatisfying(
                        LogUnavailableException.class,
                        e -> assertThat(e.outcomeUnknown()).isFalse())
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> log.read(0, 1)).hasMessageContaining("is closed");
        log.close();
    }
}
