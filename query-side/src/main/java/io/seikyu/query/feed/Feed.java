package io.seikyu.query.feed;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.PublishedEvent;
import io.seikyu.web.event.Visibility;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The log for one follower: reads a little, writes it, reads on. Nothing is kept for a follower who is slow, since the
 * log keeps it; he is read for no faster than he takes.
 */
final class Feed {
    private static final int BATCH = 200;

    private final EventLog log;
    private final EventReader reader;
    private final Visibility visibility;
    private final Sink sink;
    private long position;

    /** @param after the last position the follower has */
    Feed(EventLog log, EventReader reader, Visibility visibility, Sink sink, long after) {
        this.log = log;
        this.reader = reader;
        this.visibility = visibility;
        this.sink = sink;
        this.position = after + 1;
    }

    /** Writes what there is up to {@code last}. */
    void writeTo(long last) throws IOException {
        while (position <= last) {
            List<StoredCommit> commits = log.read(position, BATCH);
            for (StoredCommit commit : commits) {
                String tenant = commit.commit().tenant();
                for (StoredEvent event : commit.events()) {
                    // before it is opened: what cannot be read of one tenant must not stop the feed of another
                    if (event.position() >= position
                            && event.position() <= last
                            && visibility.shows(tenant, event.event().type(), event.event().stream())) {
                        sink.event(reader.read(event, tenant, commit.hash()));
                    }
                }
                position = Math.max(position, commit.lastPosition() + 1);
            }
            sink.through(position - 1);
        }
    }

    /** Waits for what is not there yet. */
    boolean await(Duration atMost) {
        return log.await(position, atMost);
    }

    long through() {
        return position - 1;
    }

    /** Where a feed is written to. */
    interface Sink {
        void event(PublishedEvent event) throws IOException;

        /** Everything up to this position was written or is not for this follower. */
        void through(long position) throws IOException;
    }
}
