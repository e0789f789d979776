package io.seikyu.eventlog.rocksdb.journal;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a segment as it was left. A frame that is not whole was being written when the power failed, unless anything
 * that was written later is there: then it had been durable, and was damaged.
 */
final class SegmentReader {
    /** How a segment ends. */
    enum End {
        SEALED,
        OPEN,
        /** Open, and what stands behind its last frame is neither empty nor whole. */
        TORN
    }

    private final Path file;
    private final Disk.Blocks blocks;
    private final Frame opening;
    private final long size;
    private long at = Frame.BLOCK;
    private long next;
    private End end;

    /**
     * @param next the position that comes next, or -1 when any may
     * @throws LogDamagedException when it does not begin as segment {@code number} does
     */
    SegmentReader(Path file, Disk.Blocks blocks, long number, long next) throws IOException {
        this.file = file;
        this.blocks = blocks;
        this.next = next;
        this.size = blocks.size();
        ByteBuffer block = bytes(0, Frame.BLOCK);
        opening = Frame.head(block);
        boolean itself = opening.kind() == Frame.OPENING
                && opening.whole(block)
                && opening.segment() == number
                && (long) opening.commits() * Frame.BLOCK == size / Frame.BLOCK * Frame.BLOCK;
        if (!itself) {
            throw damaged("its beginning or its length is not what was written", 0);
        }
    }

    /** @throws LogDamagedException when it is not what was written */
    void read(Consumer<List<StoredCommit>> groups) throws IOException {
        while (at + Frame.BLOCK <= size) {
            Frame frame = Frame.head(bytes(at, Frame.HEAD));
            ByteBuffer whole = whole(frame);
            if (whole == null) {
                end = unfinished();
                return;
            }
            if (next >= 0 && frame.first() != next) {
                throw damaged("position " + frame.first() + " follows where " + next + " should", at);
            }
            if (frame.kind() == Frame.SEAL) {
                end = End.SEALED;
                return;
            }
            groups.accept(frame.group(whole));
            next = frame.last() + 1;
            at += frame.size();
        }
        end = End.OPEN;
    }

    End end() {
        return end;
    }

    /** The position behind the last frame, or -1 when there was none. */
    long next() {
        return next;
    }

    /** Whether anything was written behind its opening. */
    boolean begun() {
        return at > Frame.BLOCK || end != End.OPEN;
    }

    /** The frame's bytes when it is one of this segment, as it was written; else null. */
    private ByteBuffer whole(Frame frame) throws IOException {
        boolean possible = (frame.kind() == Frame.GROUP && frame.commits() > 0 || frame.kind() == Frame.SEAL)
                && frame.sameLife(opening)
                && frame.length() >= 0
                && at + frame.size() <= size;
        if (!possible) {
            return null;
        }
        ByteBuffer bytes = bytes(at, Math.toIntExact(frame.size()));
        return frame.whole(bytes) ? bytes : null;
    }

    private End unfinished() throws IOException {
        for (long behind = at + Frame.BLOCK; behind + Frame.BLOCK <= size; behind += Frame.BLOCK) {
            if (Frame.head(bytes(behind, Frame.HEAD)).sameLife(opening)) {
                throw damaged("what was written behind is there, this is not", at);
            }
        }
        return Frame.head(bytes(at, Frame.HEAD)).sameLife(opening) ? End.TORN : End.OPEN;
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        blocks.read(bytes, from);
        return bytes.clear();
    }

    private LogDamagedException damaged(String how, long where) {
        return new LogDamagedException(
                "the log's journal is damaged in " + file + " at byte " + where + ": " + how
                        + "; restore a backup, then verify it against the checkpoints",
                null);
    }
}
