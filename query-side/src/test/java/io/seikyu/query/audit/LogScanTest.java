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

    @Test
    void aStreamIsReadFromWhereItGoesOnToItsEndHoweverMuchIsBehindIt() {
        String invoice = Samples.stream("acme", "invoice", "i");
        log.append(invoice, Samples.submitted("acme", "i", 1_000));
        log.append(Samples.stream("acme", "account", "a"), Samples.account("acme", "a"));
        log.append(
                TestLog.AT.plusSeconds(60),
                invoice,
                Samples.approved("acme", "i", 1),
                Samples.issued("acme", "i", 1_100));
        log.append(Samples.stream("acme", "account", "b"), Samples.account("acme", "b"));

        assertThat(positions(of(invoice, null, null), 2)).isEqualTo("[1, 3], next 3");
        assertThat(positions(of(invoice, null, 3L), 1))
                .as("its last one, though not the log's")
                .isEqualTo("[4], next null");
        assertThat(positions(of(invoice, null, 1L), 10)).isEqualTo("[3, 4], next null");
        assertThat(positions(of(invoice, "invoice.issued", null), 10)).isEqualTo("[4], next null");
        assertThat(positions(of(invoice, null, 4L), 10)).isEqualTo("[], next null");
        assertThat(positions(of("acme/invoice/none", null, null), 10)).isEqualTo("[], next null");
    }

    @Test
    void allIsLookedThroughForTheRest() {
        log.append(Samples.stream("acme", "account", "a"), Samples.account("acme", "a"));

        assertThat(positions(of(null, "account.opened", null), 1)).isEqualTo("[1], next null");
        assertThat(positions(of(null, "client.registered", null), 1)).isEqualTo("[0], next 0");
    }

    private static EventQuestion of(String stream, String type, Long after) {
        return new EventQuestion(stream, type, null, null, null, null, after, null);
    }

    private String positions(EventQuestion question, int limit) {
        Page<PublishedEvent> page = page(question, limit);
        return page.items().stream().map(PublishedEvent::position).toList() + ", next " + page.next();
    }

    private Page<PublishedEvent> page(long after) {
        return page(of(null, null, after), 10);
    }

    private Page<PublishedEvent> page(EventQuestion question, int limit) {
        Caller auditor = new Caller("k", Set.of(), null, Set.of());
        Visibility all = Visibility.of(auditor, new Tenancy(auditor, null), null);
        return new LogScan(log.log(), new EventReader(log.codec())).page(question, all, limit);
    }
}
