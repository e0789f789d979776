package io.seikyu.query.feed;

import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.web.event.PublishedEvent;
import java.io.IOException;
import java.io.OutputStream;

/** One event, one line. */
final class NdjsonSink implements Feed.Sink {
    private final OutputStream out;

    NdjsonSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void event(PublishedEvent event) throws IOException {
        out.write(EventJson.mapper().writeValueAsBytes(event));
        out.write('\n');
    }

    @Override
    public void through(long position) throws IOException {
        out.flush();
    }
}
