package io.seikyu.standalone;

import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.projection.HeededErasures;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was erased does not stay in the embedded database's file, where a page that was written over lies until its place
 * is used again: as soon as all views heed an erasure, the file forgets what it no longer holds. What is not done when the
 * program ends is done then.
 */
final class ErasedFromFile {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedFromFile.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    /** What is done at a time takes a second or so. */
    private static final long END_SECONDS = 30;

    private final Erasures erasures;
    private final HeededErasures views;
    private final EmbeddedMongo mongo;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("erased-from-file"));
    private int forgotten;

    ErasedFromFile(EventLog log, HeededErasures views, EmbeddedMongo mongo) {
        this.erasures = new Erasures(log);
        this.views = views;
        this.mongo = mongo;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Where a view has not heeded the last erasure yet, the next start does it. */
    void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int number = erasures.all().size();
        if (number > 0 && views.await(number, Duration.ZERO)) {
            mongo.forgetWhenClosed(Integer.toString(number));
        }
    }

    private void look() {
        try {
            int number = erasures.all().size();
            if (number > forgotten && views.await(number, Duration.ZERO) && mongo.forget(Integer.toString(number))) {
                forgotten = number;
            }
        } catch (RuntimeException e) {
            LOG.warn("the embedded database's file forgets what was erased a moment later ({})", e.toString());
        }
    }
}
