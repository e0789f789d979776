package io.seikyu.query.feed;

import io.seikyu.contract.access.Role;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.Headers;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.Visibility;
import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The feed for other systems, resumable by position. As {@code application/x-ndjson} it ends at the head of the log; as
 * {@code text/event-stream} it goes on with what comes.
 */
@RestController
@RequestMapping("/v1/events")
class FeedApi {
    private final EventLog log;
    private final EventReader reader;
    private final Followers followers;

    FeedApi(EventLog log, EventCodec codec, Followers followers) {
        this.log = log;
        this.reader = new EventReader(codec);
        this.followers = followers;
    }

    /**
     * @param after       the last position the caller has; from the beginning without
     * @param lastEventId the same, as a browser says it when it comes again; it counts more
     */
    @Access({Role.AUDITOR, Role.CLIENT, Role.INTEGRATION})
    @GetMapping(produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    void follow(
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            Caller caller,
            Tenancy tenancy,
            HttpServletResponse response)
            throws IOException {
        long known = Math.max(-1, lastEventId == null ? after : lastEventId);
        Visibility visibility = Visibility.of(caller, tenancy, clientId);
        long head = log.head();
        if (known > head) {
            throw new ProblemException(
                    422, "position-ahead", "Position " + known + " is ahead of the log, which ends at " + head + ".");
        }
        try (Followers.Place place = followers.enter()) {
            response.setHeader(Headers.POSITION, String.valueOf(head));
            response.setHeader("Cache-Control", "no-store");
            if (wantsToFollow(accept)) {
                response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
                followLive(response.getOutputStream(), visibility, known, place);
            } else {
                response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
                NdjsonSink sink = new NdjsonSink(response.getOutputStream());
                new Feed(log, reader, visibility, sink, known).writeTo(head);
            }
        }
    }

    private static boolean wantsToFollow(@Nullable String accept) {
        List<MediaType> types = MediaType.parseMediaTypes(accept);
        return types.stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
    }

    private void followLive(OutputStream out, Visibility visibility, long known, Followers.Place place)
            throws IOException {
        SseSink sink = new SseSink(out);
        Feed feed = new Feed(log, reader, visibility, sink, known);
        sink.through(known);
        while (place.isOpen()) {
            feed.writeTo(log.head());
            if (!feed.await(Followers.LOOK_UP_EVERY)) {
                place.quiet(() -> sink.through(feed.through()));
            } else {
                place.busy();
            }
        }
    }
}
