package io.seikyu.command.world;

import io.seikyu.command.work.Listed;
import io.seikyu.command.work.WorkList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A list of open work in memory, by the folds and search fields of its own. */
final class FoldedList<V> implements Listed<V> {
    private final WorkList<V> list;
    private final Map<String, V> views = new HashMap<>();

    /** By tenant, field and value: the views by their streams. */
    private final Map<String, TreeMap<String, V>> found = new HashMap<>();

    FoldedList(WorkList<V> list) {
        this.list = list;
    }

    boolean folds(Class<?> event) {
        return list.folds().handles(event);
    }

    void fold(ReplayedEvent replayed) {
        if (!folds(replayed.type())) {
            return;
        }
        String stream = replayed.stream();
        V before = views.get(stream);
        V after = list.folds().apply(before, replayed.event(), replayed.recorded());
        names(stream, before)
                .forEach(name -> found.computeIfPresent(name, (same, streams) -> {
                    streams.remove(stream);
                    return streams.isEmpty() ? null : streams;
                }));
        if (after == null) {
            views.remove(stream);
        } else {
            views.put(stream, after);
            names(stream, after)
                    .forEach(name -> found.computeIfAbsent(name, first -> new TreeMap<>())
                            .put(stream, after));
        }
    }

    private List<String> names(String stream, V view) {
        if (view == null) {
            return List.of();
        }
        return list.search(view).entrySet().stream()
                .flatMap(field -> values(field.getValue()).stream()
                        .map(value -> name(tenant(stream), field.getKey(), value.toString())))
                .toList();
    }

    private static Collection<?> values(Object value) {
        return value instanceof Collection<?> several ? several : List.of(value);
    }

    private static String name(String tenant, String field, String value) {
        return tenant + '\n' + field + '\n' + value;
    }

    private static String tenant(String stream) {
        return stream.substring(0, stream.indexOf('/'));
    }

    @Override
    public List<Entry<V>> with(String tenant, String field, String value, int most) {
        return found.getOrDefault(name(tenant, field, value), new TreeMap<>()).entrySet().stream()
                .limit(most)
                .map(one -> new Entry<>(one.getKey(), one.getValue()))
                .toList();
    }
}
