package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Fills an empty log from what {@link LogExport} wrote: same id, positions, times and hashes, in either engine. */
public final class LogImport {
    private static final int PORTION = 200;
    private static final long PORTION_BYTES = 4 * 1024 * 1024;
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private LogImport() {}

    /**
     * @param progress hears the last position that was stored
     * @return the last position
     * @throws LogDamagedException   when the stream is none of ours, is cut, or its chain is broken. What came before is
     *                               then stored; throw the log away
     * @throws IllegalStateException when {@code log} is not empty
     */
    public static long read(InputStream from, EventLog log, LongConsumer progress) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        try {
            if (!Arrays.equals(in.readNBytes(LogExport.MAGIC.length), LogExport.MAGIC)) {
                throw new LogDamagedException("this is not the export of a log", null);
            }
            log.adopt(new UUID(in.readLong(), in.readLong()));
            List<StoredCommit> portion = new ArrayList<>();
            long bytes = 0;
            while (in.readUnsignedByte() == LogExport.COMMIT) {
                StoredCommit commit = commit(in);
                portion.add(commit);
                bytes += commit.body().length;
                if (portion.size() == PORTION || bytes >= PORTION_BYTES) {
                    store(portion, log, progress);
                    bytes = 0;
                }
            }
            store(portion, log, progress);
            long last = in.readLong();
            if (last != log.head()) {
                throw new LogDamagedException(
                        "the export names " + last + " as its end, and ends at " + log.head(), null);
            }
            return last;
        } catch (EOFException e) {
            throw new LogDamagedException("the export is cut off behind position " + log.head(), e);
        }
    }

    private static StoredCommit commit(DataInputStream in) throws IOException {
        byte[] hash = in.readNBytes(CommitCodec.HASH_LENGTH);
        int length = in.readInt();
        if (length < 0 || length > MAX_BODY) {
            throw new LogDamagedException("the export holds a commit of " + length + " bytes", null);
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return CommitCodec.decode(body, hash);
    }

    private static void store(List<StoredCommit> portion, EventLog log, LongConsumer progress) {
        if (!portion.isEmpty()) {
            log.restore(portion);
            portion.clear();
            progress.accept(log.head());
        }
    }
}
