package io.seikyu.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.query.Samples;
import io.seikyu.query.TestLog;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.PublishedEvent;
import io.seikyu.web.event.Visibility;
import io.seikyu.web.paging.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogScanTest {
    private TestLog log;

    @BeforeEach
    void aClientCompany(@TempDir Path directory) {
        log = TestLog.in(directory);
        log.append(Samples.stream("acme", "client", "acme"), Samples.client("acme"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void behindTheBeginningIsEverything() {
        assertThat(page(-1).items()).hasSize(1);
    }

    @Test
    void behindTheEndIsNothingHoweverFar() {
        for (long after : new long[] {0, 1, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            assertThat(page(after)).as("after %s", after).isEqualTo(new Page<>(List.of(), null));
        }
    }

    private Page<PublishedEvent> page(long after) {
        Caller auditor = new Caller("k", Set.of(), null, Set.of());
        Visibility all = Visibility.of(auditor, new Tenancy(auditor, null), null);
        EventQuestion question = new EventQuestion(null, null, null, null, null, null, after, null);
        return new LogScan(log.log(), new EventReader(log.codec())).page(question, all, 10);
    }
}
