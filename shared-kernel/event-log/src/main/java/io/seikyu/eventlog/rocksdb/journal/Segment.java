package io.seikyu.eventlog.rocksdb.journal;

import io.seikyu.eventlog.StoredCommit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** A file that takes groups of commits, one after the other. Its blocks were written before, so it never grows. */
final class Segment implements Closeable {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Room for the opening frame and the seal. */
    private static final long AROUND = 2 * Frame.BLOCK;

    private static final int FORCED_AT_ONCE = 1024 * 1024;

    private final long number;
    private final long salt;
    private final long size;
    private final Path file;
    private final Disk.Blocks blocks;
    private volatile long end = Frame.BLOCK;

    private Segment(long number, long salt, long size, Path file, Disk.Blocks blocks) {
        this.number = number;
        this.salt = salt;
        this.size = size;
        this.file = file;
        this.blocks = blocks;
    }

    /** What a segment must have for one frame of {@code size} bytes. */
    static long sizeFor(long size) {
        return size + AROUND;
    }

    /**
     * Makes segment {@code number}, durably, of a free file or of a new one full of zeros.
     *
     * @param size bytes, at least; a whole number of blocks
     */
    static Segment make(Folder folder, long number, long size, ByteBuffer buffer) throws IOException {
        Path free = folder.takeFree(size);
        Path unfinished = folder.unfinished(number);
        if (free != null) {
            folder.rename(free, unfinished);
        }
        long salt = RANDOM.nextLong();
        long actual;
        try (Disk.Blocks blocks = folder.disk().open(unfinished)) {
            if (free == null) {
                fill(blocks, size, buffer);
            }
            actual = blocks.size() / Frame.BLOCK * Frame.BLOCK;
            write(blocks, 0, Frame.opening(number, salt, actual).pieces(List.of()), buffer);
            blocks.force();
        } catch (IOException e) {
            folder.disk().delete(unfinished);
            throw e;
        }
        Path file = folder.name(unfinished, number);
        return new Segment(number, salt, actual, file, folder.disk().open(file));
    }

    private static void fill(Disk.Blocks blocks, long size, ByteBuffer buffer) throws IOException {
        for (long at = 0; at < size; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), size - at));
            while (buffer.hasRemaining()) {
                buffer.putLong(0);
            }
            blocks.write(buffer.flip(), at);
            if ((at + buffer.limit()) % FORCED_AT_ONCE == 0) {
                // in portions: whoever commits meanwhile waits for the same disk
                blocks.force();
            }
        }
    }

    long number() {
        return number;
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    boolean halfFull() {
        return end > size / 2;
    }

    boolean takes(long frame) {
        return end + frame <= size - Frame.BLOCK;
    }

    /** Durable when it returns. */
    void append(List<StoredCommit> group, ByteBuffer buffer) throws IOException {
        put(Frame.group(number, salt, group), group, buffer);
    }

    /** Ends it, durably; the next segment must be there already. */
    void seal(long nextPosition, ByteBuffer buffer) throws IOException {
        put(Frame.seal(number, salt, nextPosition), List.of(), buffer);
    }

    private void put(Frame frame, List<StoredCommit> group, ByteBuffer buffer) throws IOException {
        write(blocks, end, frame.pieces(group), buffer);
        blocks.force();
        end += frame.size();
    }

    private static void write(Disk.Blocks blocks, long at, List<byte[]> pieces, ByteBuffer buffer) throws IOException {
        buffer.clear();
        long to = at;
        for (byte[] piece : pieces) {
            for (int from = 0; from < piece.length; ) {
                int portion = Math.min(piece.length - from, buffer.remaining());
                buffer.put(piece, from, portion);
                from += portion;
                if (!buffer.hasRemaining()) {
                    blocks.write(buffer.flip(), to);
                    to += buffer.limit();
                    buffer.clear();
                }
            }
        }
        if (buffer.position() > 0) {
            blocks.write(buffer.flip(), to);
        }
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
