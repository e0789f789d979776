package io.seikyu.query.audit;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.PublishedEvent;
import io.seikyu.web.event.Visibility;
import io.seikyu.web.paging.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks events up in the log itself: those of one stream by its index, others by looking through it. That is bounded: it
 * may end with fewer events than were asked for, or none, and with where to go on.
 */
final class LogScan {
    private static final int LONGEST = 10_000;
    private static final int BATCH = 500;

    private final EventLog log;
    private final EventReader reader;

    LogScan(EventLog log, EventReader reader) {
        this.log = log;
        this.reader = reader;
    }

    /** {@code next} is a position; absent when everything up to the head, or to the last instant, was looked at. */
    Page<PublishedEvent> page(EventQuestion question, Visibility visibility, int limit) {
        long head = log.head();
        long position = first(question, head);
        return question.stream() == null
                ? ofAll(question, visibility, limit, position, head)
                : ofStream(question.stream(), question, visibility, limit, position);
    }

    private Page<PublishedEvent> ofStream(
            String stream, EventQuestion question, Visibility visibility, int limit, long position) {
        long last = log.lastSequence(stream).orElse(-1);
        List<PublishedEvent> found = new ArrayList<>();
        for (long sequence = firstFrom(stream, position, last); sequence <= last; ) {
            for (StoredEvent event : log.readStream(stream, sequence, BATCH)) {
                StoredCommit commit = log.read(event.position(), 1).get(0);
                if (question.to() != null && commit.recordedAt().isAfter(question.to())) {
                    return new Page<>(found, null);
                }
                if (isFound(event, commit, question, visibility)) {
                    found.add(read(event, commit));
                }
                sequence++;
                if (found.size() == limit) {
                    return new Page<>(found, sequence > last ? null : String.valueOf(event.position()));
                }
            }
        }
        return new Page<>(found, null);
    }

    /** Positions grow along a stream, so halving finds it. */
    private long firstFrom(String stream, long position, long last) {
        long low = 0;
        long high = last + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (log.readStream(stream, middle, 1).get(0).position() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isFound(StoredEvent event, StoredCommit commit, EventQuestion question, Visibility visibility) {
        return visibility.shows(commit.commit().tenant(), event.event().type(), event.event().stream())
                && question.matches(event.event());
    }

    private PublishedEvent read(StoredEvent event, StoredCommit commit) {
        return reader.read(event, commit.commit().tenant(), commit.hash());
    }

    private Page<PublishedEvent> ofAll(
            EventQuestion question, Visibility visibility, int limit, long first, long head) {
        long position = first;
        long end = Math.min(head, position + LONGEST - 1);
        List<PublishedEvent> found = new ArrayList<>();
        while (position <= end) {
            for (StoredCommit commit : log.read(position, BATCH)) {
                if (question.to() != null && commit.recordedAt().isAfter(question.to())) {
                    return new Page<>(found, null);
                }
                for (StoredEvent event : commit.events()) {
                    if (event.position() >= position) {
                        if (isFound(event, commit, question, visibility)) {
                            found.add(read(event, commit));
                        }
                        position = event.position() + 1;
                        if (found.size() == limit) {
                            return new Page<>(found, next(position, head));
                        }
                    }
                }
            }
        }
        return new Page<>(found, next(position, head));
    }

    private static @Nullable String next(long position, long head) {
        return position > head ? null : String.valueOf(position - 1);
    }

    private long first(EventQuestion question, long head) {
        // nothing is behind the head, however large the number that was named
        long behind = question.after() == null ? 0 : Math.max(-1, Math.min(question.after(), head)) + 1;
        return question.from() == null ? behind : Math.max(behind, firstAt(question.from()));
    }

    /** Recorded time never goes back along the log, so halving finds it. */
    private long firstAt(Instant instant) {
        long low = 0;
        long high = log.head() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            StoredCommit commit = log.read(middle, 1).get(0);
            if (commit.recordedAt().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
