package io.seikyu.command.work;

import com.mongodb.client.MongoDatabase;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ProjectionSettings;
import io.seikyu.projection.Projections;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/**
 * What is to be done, as lists that follow the log: where processes of the command side find their work. A list may be a
 * moment behind; whether a thing is still to be done is decided in the log, by a command.
 */
public final class OpenWork implements AutoCloseable {
    private final Projections lists;

    /** @param shared whether other processes feed the same lists */
    OpenWork(
            MongoDatabase database,
            EventLog log,
            LogEventStore events,
            TokenStore tokens,
            Clock machineClock,
            boolean shared,
            List<? extends WorkList<?>> lists) {
        ProjectionSettings settings = new ProjectionSettings(1, 1, shared);
        this.lists = new Projections(database, log, events, tokens, machineClock, settings, lists);
    }

    void start() {
        lists.start();
    }

    public <V> LiveProjection<V> of(Class<? extends WorkList<V>> list) {
        return lists.of(list);
    }

    @Override
    public void close() {
        lists.close();
    }
}
