package io.seikyu.command.work;

import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;

/**
 * What is to be done, as lists that follow the log: where processes of the command side find their work. A list may be a
 * moment behind; whether a thing is still to be done is decided in the log, by a command.
 */
public final class OpenWork implements AutoCloseable {
    private final Projections lists;

    OpenWork(Projections lists) {
        this.lists = lists;
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
