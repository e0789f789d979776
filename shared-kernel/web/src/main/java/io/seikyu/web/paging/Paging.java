package io.seikyu.web.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, by {@code ?limit=} and {@code ?cursor=}. Controllers take it as an argument, ask
 * their store for one entry more than {@link #limit()} behind {@link #after()}, and answer with {@link #page}.
 */
public final class Paging {
    public static final int DEFAULT_LIMIT = 50;
    public static final int HIGHEST_LIMIT = 500;

    private final int limit;
    private final String list;
    private final @Nullable List<String> after;
    private final Cursors cursors;

    Paging(int limit, String list, @Nullable String cursor, Cursors cursors) {
        this.limit = limit;
        this.list = list;
        this.after = cursor == null ? null : cursors.read(list, cursor);
        this.cursors = cursors;
    }

    public int limit() {
        return limit;
    }

    /** The sort key of the last entry that was already shown, as {@link #page} was told it; empty at the beginning. */
    public Optional<List<String>> after() {
        return Optional.ofNullable(after);
    }

    /**
     * @param found   up to {@link #limit()} entries and, if there is more, one beyond
     * @param sortKey what {@link #after()} is to say when the list goes on behind an entry
     */
    public <T> Page<T> page(List<T> found, Function<T, List<String>> sortKey) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        T last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), cursors.write(list, sortKey.apply(last)));
    }
}
