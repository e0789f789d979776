package io.seikyu.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.EventLogContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoEventLogTest extends EventLogContract {
    private final TestMongo mongo = TestMongo.fresh();
    private final TestMongo another = TestMongo.fresh();

    @AfterEach
    void dropTheDatabases() {
        mongo.close();
        another.close();
    }

    @Override
    protected EventLog open(Clock clock) {
        return MongoEventLog.open(mongo.database(), clock);
    }

    @Override
    protected EventLog openAnother(Clock clock) {
        return MongoEventLog.open(another.database(), clock);
    }

    @Override
    protected int commitsPerWriter() {
        return Integer.getInteger("seikyu.commits", 250);
    }

    @Test
    void aClosedLogSaysSo() {
        log.append(Commits.single("acme/invoice/1", 0));
        log.close();

        assertThatThrownBy(() -> log.append(Commits.single("acme/invoice/1", 1)))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> log.read(0, 1)).hasMessageContaining("closed");
        log.close();
    }
}
