package io.seikyu.command.work;

import io.seikyu.projection.Derived;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.projection.Stillness;
import io.seikyu.projection.ViewCollection;
import io.seikyu.web.access.TenantScope;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * What is to be done, as lists that follow the log: where processes of the command side find their work. A list may be a
 * moment behind; whether a thing is still to be done is decided in the log, by a command.
 */
public final class OpenWork implements Stillness, Derived, AutoCloseable {
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

    /** What the list holds at the moment of each question. */
    public <V> Listed<V> listed(Class<? extends WorkList<V>> list) {
        LiveProjection<V> live = of(list);
        return (tenant, field, value, most) -> live
                .views()
                .list(TenantScope.of(tenant), List.of(new Document(ViewCollection.search(field), value)), null, most)
                .stream()
                .map(found -> new Listed.Entry<>(found.stream(), found.view()))
                .toList();
    }

    @Override
    public Optional<String> busyBefore(long head) {
        return lists.busyBefore(head);
    }

    @Override
    public List<String> stuck() {
        return lists.stuck();
    }

    /** Whether they are being made, and do not tell yet what is to be done. */
    public boolean isFarBehind() {
        return lists.areFarBehind();
    }

    @Override
    public List<State> states() {
        return lists.states();
    }

    @Override
    public void close() {
        lists.close();
    }
}
