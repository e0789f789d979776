package io.seikyu.standalone;

import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.projection.HeededErasures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was erased does not stay in the embedded database's file, where a page that was written over lies until its place
 * is used again: after an erasure the file is written anew when the program ends. One that was not closed is not used
 * again anyway.
 */
final class ErasedFromFile {
    private final Erasures erasures;
    private final HeededErasures views;
    private final @Nullable EmbeddedMongo mongo;

    /** @param mongo null where everything is in a MongoDB of its own */
    ErasedFromFile(EventLog log, HeededErasures views, @Nullable EmbeddedMongo mongo) {
        this.erasures = new Erasures(log);
        this.views = views;
        this.mongo = mongo;
    }

    /** Where a view has not heeded the last erasure yet, the next end does it. */
    void rewriteWhenClosed() {
        int number = erasures.all().size();
        if (mongo != null && number > 0 && views.await(number, Duration.ZERO)) {
            mongo.rewriteWhenClosed(Integer.toString(number));
        }
    }
}
