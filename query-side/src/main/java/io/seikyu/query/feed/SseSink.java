package io.seikyu.query.feed;

import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.web.event.PublishedEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events; the id of each is its position, so that a browser goes on by itself where it was cut off. */
final class SseSink implements Feed.Sink {
    private final OutputStream out;

    SseSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void event(PublishedEvent event) throws IOException {
        text("id: " + event.position() + "\nevent: " + event.type() + "\ndata: ");
        out.write(EventJson.mapper().writeValueAsBytes(event));
        text("\n\n");
    }

    /** An id without data moves the follower on without telling it anything, and shows whether it is still there. */
    @Override
    public void through(long position) throws IOException {
        text(position < 0 ? ":\n\n" : "id: " + position + "\n\n");
        out.flush();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
