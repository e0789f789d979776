package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Reads one stream by asking for its keys, block by block; the last of them is found by doubling and then narrowing in.
 * So equality is all that the server's index has to know.
 */
final class StreamReader {
    private static final int FIRST_BLOCK = 64;
    private static final int LARGEST_BLOCK = 1_024;
    private static final int DOUBLINGS = 40;
    private static final int PROBES = 32;

    private final CommitStore store;
    private final KnownStreams known;

    StreamReader(CommitStore store, KnownStreams known) {
        this.store = store;
        this.known = known;
    }

    List<StoredEvent> read(String stream, long from, int max) {
        List<StoredEvent> events = new ArrayList<>();
        long next = from;
        int block = FIRST_BLOCK;
        while (events.size() < max) {
            long asked = Math.min(block, max - events.size());
            List<Place> places = store.holders(keys(stream, LongStream.range(next, next + asked)));
            long before = next;
            for (StoredCommit commit : store.commits(places)) {
                for (StoredEvent event : commit.events()) {
                    boolean wanted = stream.equals(event.event().stream())
                            && event.event().sequence() == next
                            && events.size() < max;
                    if (wanted) {
                        events.add(event);
                        next++;
                    }
                }
            }
            if (next < before + asked) {
                break;
            }
            block = Math.min(LARGEST_BLOCK, block * 4);
        }
        if (!events.isEmpty()) {
            known.saw(stream, next - 1);
        }
        return events;
    }

    OptionalLong last(String stream) {
        long start = known.last(stream);
        long[] first = nearAndDoubling(start).toArray();
        long low = Math.max(start, highest(stream, LongStream.of(first)));
        if (low < 0) {
            return OptionalLong.empty();
        }
        long high = firstMissing(low, LongStream.of(first));
        while (high - low > 1) {
            long[] asked = spread(low, high).toArray();
            long seen = highest(stream, LongStream.of(asked));
            low = Math.max(low, seen);
            high = Math.min(high, firstMissing(low, LongStream.of(asked)));
        }
        known.saw(stream, low);
        return OptionalLong.of(low);
    }

    private static LongStream nearAndDoubling(long low) {
        return LongStream.concat(
                LongStream.rangeClosed(1, 8).map(step -> low + step),
                LongStream.range(4, DOUBLINGS).map(power -> low + (1L << power)));
    }

    private static LongStream spread(long low, long high) {
        long step = Math.max(1, (high - low) / (PROBES + 1));
        return LongStream.rangeClosed(1, PROBES).map(i -> low + i * step).filter(probe -> probe < high);
    }

    /** The smallest that was asked for above {@code low}: it was not there. */
    private static long firstMissing(long low, LongStream asked) {
        return asked.filter(sequence -> sequence > low).min().orElse(Long.MAX_VALUE);
    }

    /** The highest sequence of the stream in all commits that hold one of those asked for, or -1. */
    private long highest(String stream, LongStream asked) {
        Set<String> keys = store.keysBeside(keys(stream, asked));
        String prefix = Keys.sequence(stream, 0);
        String start = prefix.substring(0, prefix.length() - 1);
        return keys.stream()
                .filter(key -> key.startsWith(start) && key.lastIndexOf('/') == start.length() - 1)
                .mapToLong(key -> Long.parseLong(key.substring(start.length())))
                .max()
                .orElse(-1);
    }

    private static List<String> keys(String stream, LongStream sequences) {
        return sequences.mapToObj(sequence -> Keys.sequence(stream, sequence)).toList();
    }
}
