package io.seikyu.embedded.index;

import io.seikyu.embedded.index.Scan.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/** Ways through several ranges of an index. */
final class Entries {
    private Entries() {}

    static Iterator<EntryKey> oneAfterTheOther(OrderedIndex index, List<byte[]> prefixes, List<Range> ranges) {
        return flat(prefixes.iterator(), prefix -> within(index, prefix, ranges, Direction.FORWARD));
    }

    /** In the order of what comes behind the prefixes. */
    static Iterator<EntryKey> merged(
            OrderedIndex index, List<byte[]> prefixes, List<Range> ranges, Direction direction) {
        List<Run> runs = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            Iterator<EntryKey> entries = within(index, prefix, ranges, direction);
            if (prefixes.size() == 1) {
                return entries;
            }
            if (entries.hasNext()) {
                runs.add(new Run(entries, prefix.length));
            }
        }
        return new Merge(runs, direction);
    }

    private static Iterator<EntryKey> within(
            OrderedIndex index, byte[] prefix, List<Range> ranges, Direction direction) {
        boolean reverse = direction == Direction.BACKWARD;
        List<Range> inTurn = ranges;
        if (reverse && ranges.size() > 1) {
            inTurn = new ArrayList<>(ranges);
            Collections.reverse(inTurn);
        }
        return flat(inTurn.iterator(), range -> index.entries(range.behind(prefix), reverse));
    }

    static Iterator<Object> positions(Iterator<EntryKey> entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Object next() {
                return entries.next().position();
            }
        };
    }

    /** Each position once. */
    static Iterator<Object> different(Iterator<EntryKey> entries) {
        Set<Object> seen = new HashSet<>();
        return flat(
                entries,
                entry -> seen.add(entry.position())
                        ? List.of(entry.position()).iterator()
                        : Collections.<Object>emptyIterator());
    }

    private static <S, T> Iterator<T> flat(Iterator<S> sources, Function<S, Iterator<T>> of) {
        return new Iterator<>() {
            private Iterator<T> current = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && sources.hasNext()) {
                    current = of.apply(sources.next());
                }
                return current.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
    }

    /** The entries behind one prefix. */
    private static final class Run {
        private final Iterator<EntryKey> entries;
        private final int prefix;
        private EntryKey head;

        private Run(Iterator<EntryKey> entries, int prefix) {
            this.entries = entries;
            this.prefix = prefix;
            this.head = entries.next();
        }

        private int compareTo(Run other) {
            byte[] mine = head.bytes();
            byte[] theirs = other.head.bytes();
            return Arrays.compareUnsigned(mine, prefix, mine.length, theirs, other.prefix, theirs.length);
        }
    }

    private static final class Merge implements Iterator<EntryKey> {
        private final PriorityQueue<Run> runs;

        private Merge(List<Run> runs, Direction direction) {
            Comparator<Run> order = Run::compareTo;
            this.runs = new PriorityQueue<>(direction == Direction.BACKWARD ? order.reversed() : order);
            this.runs.addAll(runs);
        }

        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public EntryKey next() {
            Run first = runs.remove();
            EntryKey next = first.head;
            if (first.entries.hasNext()) {
                first.head = first.entries.next();
                runs.add(first);
            }
            return next;
        }
    }
}
