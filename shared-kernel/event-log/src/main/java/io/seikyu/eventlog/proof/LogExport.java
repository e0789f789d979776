package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.LogVerifier.Progress;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a log as one stream of bytes that does not depend on the engine. Big-endian:
 *
 * <pre>
 * "SEIKYULOG1" | log id (16) | per commit: 1 (1), hash (32), length (4), body | 0 (1) | last position (8)
 * </pre>
 *
 * <p>The body is that of {@link io.seikyu.eventlog.CommitCodec}. The end is marked, so that a cut stream is known as one.
 */
public final class LogExport {
    static final byte[] MAGIC = {'S', 'E', 'I', 'K', 'Y', 'U', 'L', 'O', 'G', '1'};
    static final int COMMIT = 1;
    static final int END = 0;
    private static final int PORTION = 500;

    private LogExport() {}

    /**
     * Writes everything up to the head as it is now. {@code to} is flushed and stays open.
     *
     * @return the last position that was written, or -1
     */
    public static long write(EventLog log, OutputStream to, Progress progress) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        out.write(MAGIC);
        out.writeLong(log.id().getMostSignificantBits());
        out.writeLong(log.id().getLeastSignificantBits());
        long head = log.head();
        long written = -1;
        while (written < head) {
            List<StoredCommit> commits = log.read(written + 1, PORTION);
            if (commits.isEmpty()) {
                throw new LogDamagedException("the commit at position " + (written + 1) + " is missing", null);
            }
            for (StoredCommit commit : commits) {
                if (commit.lastPosition() <= head) {
                    out.writeByte(COMMIT);
                    out.write(commit.hash());
                    out.writeInt(commit.body().length);
                    out.write(commit.body());
                    written = commit.lastPosition();
                }
            }
            progress.checked(written + 1, head + 1);
        }
        out.writeByte(END);
        out.writeLong(written);
        out.flush();
        return written;
    }
}
