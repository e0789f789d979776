package io.seikyu.query.audit;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Projections;
import io.seikyu.query.audit.JsonDifference.Change;
import io.seikyu.query.audit.Story.Chapter;
import io.seikyu.query.past.Folding;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells the story of one stream from the log: folds its events as the projection does, and compares before and after. */
final class StoryTeller {
    private static final int BATCH = 500;

    private final EventLog log;
    private final EventCodec codec;
    private final EventReader reader;
    private final Projections projections;

    StoryTeller(EventLog log, EventCodec codec, Projections projections) {
        this.log = log;
        this.codec = codec;
        this.projections = projections;
        this.reader = new EventReader(codec);
    }

    /**
     * @param projection of this kind of stream; null when there is none, then nothing is said of changes
     * @param visibility events that it does not show are folded, but not told
     * @param after      events up to this number are folded, but not told
     */
    Story tell(String stream, @Nullable Projection<?> projection, Visibility visibility, long after, int limit) {
        Telling<?> telling = projection == null ? null : new Telling<>(projection);
        List<Chapter> chapters = new ArrayList<>();
        long sequence = 0;
        while (true) {
            List<StoredEvent> events = log.readStream(stream, sequence, BATCH);
            for (StoredEvent event : events) {
                if (chapters.size() == limit) {
                    return new Story(stream, chapters, String.valueOf(sequence - 1));
                }
                List<Change> changes = telling == null ? null : telling.next(event);
                if (event.event().sequence() > after && shows(visibility, event)) {
                    chapters.add(chapter(event, changes));
                }
                sequence = event.event().sequence() + 1;
            }
            if (events.size() < BATCH) {
                return new Story(stream, chapters, null);
            }
        }
    }

    private static boolean shows(Visibility visibility, StoredEvent event) {
        String stream = event.event().stream();
        return visibility.shows(
                stream.substring(0, stream.indexOf('/')), event.event().type(), stream);
    }

    private Chapter chapter(StoredEvent event, @Nullable List<Change> changes) {
        String stream = event.event().stream();
        byte[] hash = log.hashAt(event.position()).orElseThrow();
        return new Chapter(reader.read(event, stream.substring(0, stream.indexOf('/')), hash), changes);
    }

    /** What each event changes in the view. */
    private final class Telling<V> {
        private final Folding<V> folding;
        private @Nullable JsonNode json;
        private boolean broken;

        Telling(Projection<V> projection) {
            this.folding = new Folding<>(projection, codec, projections);
        }

        @Nullable
        List<Change> next(StoredEvent stored) {
            if (broken) {
                return null;
            }
            V view;
            try {
                view = folding.next(stored);
            } catch (RuntimeException e) {
                broken = true;
                return null;
            }
            JsonNode after = EventJson.mapper().valueToTree(view);
            List<Change> changes = JsonDifference.between(json, after);
            json = after;
            return changes;
        }
    }
}
