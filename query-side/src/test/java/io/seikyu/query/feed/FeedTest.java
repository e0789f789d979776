package io.seikyu.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.query.Samples;
import io.seikyu.query.TestLog;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.PublishedEvent;
import io.seikyu.web.event.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
    private final List<String> seen = new ArrayList<>();

    @Test
    void whatCannotBeOpenedOfOneTenantDoesNotStopTheFeedOfAnother(@TempDir Path directory) throws IOException {
        try (TestLog log = TestLog.in(directory)) {
            log.append(Samples.stream("acme", "client", "acme"), Samples.client("acme"));
            log.append(Samples.stream("other", "invoice", "i1"), Samples.issued("other", "i1", 100));
            Caller other = new Caller("k", Set.of(), "other", Set.of());
            Visibility visibility = Visibility.of(other, new Tenancy(other, null), null);

            new Feed(log.log(), new EventReader(new EventCodec(new DamagedKeys())), visibility, new Seen(), -1)
                    .writeTo(log.log().head());

            assertThat(seen).containsExactly("other/invoice/i1");
        }
    }

    private final class Seen implements Feed.Sink {
        @Override
        public void event(PublishedEvent event) {
            seen.add(event.stream());
        }

        @Override
        public void through(long position) {}
    }

    private static final class DamagedKeys implements SubjectKeys {
        @Override
        public Optional<SecretKey> find(String subject) {
            throw new UncheckedIOException(new IOException("damaged"));
        }

        @Override
        public SecretKey findOrCreate(String subject) {
            throw new UncheckedIOException(new IOException("damaged"));
        }

        @Override
        public void erase(String subject) {}
    }
}
