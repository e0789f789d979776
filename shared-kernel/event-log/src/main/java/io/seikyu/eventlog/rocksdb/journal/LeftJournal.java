package io.seikyu.eventlog.rocksdb.journal;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments that an earlier process left, or this one before a write failed. They are read and not continued. */
public final class LeftJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LeftJournal.class);

    private final Path directory;
    private final Folder folder;

    public LeftJournal(Path directory, Disk disk) {
        this.directory = directory;
        this.folder = new Folder(directory, disk);
    }

    /**
     * Reads all groups from the beginning of segment {@code noted} on, in order.
     *
     * @throws LogDamagedException when anything that was durable is missing or is not what was written
     */
    public void read(long noted, Consumer<List<StoredCommit>> groups) throws IOException {
        NavigableMap<Long, Path> segments = folder.segments().tailMap(noted, true);
        if (!segments.containsKey(noted)) {
            throw damaged("segment " + noted + " is missing");
        }
        long next = -1;
        long number = noted;
        SegmentReader.End before = SegmentReader.End.SEALED;
        for (Map.Entry<Long, Path> segment : segments.entrySet()) {
            if (before == SegmentReader.End.SEALED && segment.getKey() != number) {
                break;
            }
            number = segment.getKey();
            SegmentReader reader = read(number, segment.getValue(), next, groups);
            if (before != SegmentReader.End.SEALED) {
                beEmpty(number, segment.getValue(), reader);
                continue;
            }
            warnOf(reader, segment.getValue());
            before = reader.end();
            next = reader.next();
            number++;
        }
        if (before == SegmentReader.End.SEALED) {
            throw damaged("segment " + number + " is missing");
        }
    }

    /**
     * Reads what is there though the database needs none of it: it was closed orderly, or is a copy that came without a
     * journal.
     */
    public void readUnneeded(Consumer<List<StoredCommit>> groups) throws IOException {
        for (Map.Entry<Long, Path> segment : folder.segments().entrySet()) {
            read(segment.getKey(), segment.getValue(), -1, groups);
        }
    }

    private SegmentReader read(long number, Path file, long next, Consumer<List<StoredCommit>> groups)
            throws IOException {
        try (Disk.Blocks blocks = folder.disk().open(file)) {
            SegmentReader reader = new SegmentReader(file, blocks, number, next);
            reader.read(groups);
            return reader;
        }
    }

    /** Such a segment was prepared when the process ended. */
    private void beEmpty(long number, Path file, SegmentReader reader) throws IOException {
        if (reader.begun()) {
            throw damaged("segment " + number + " was written to, but the end of the one before it is missing");
        }
        folder.free(number, file, Long.MAX_VALUE);
    }

    private static void warnOf(SegmentReader reader, Path file) {
        if (reader.end() == SegmentReader.End.TORN) {
            LOG.warn(
                    "The last group of commits in {}, behind position {}, was not written whole and is dropped: it was"
                            + " not acknowledged. If the power did not fail, verify the log",
                    file,
                    reader.next() - 1);
        }
    }

    private LogDamagedException damaged(String how) {
        return new LogDamagedException(
                "the log's journal in " + directory + " is damaged: " + how
                        + "; restore a backup, then verify it against the checkpoints",
                null);
    }
}
