package io.seikyu.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What the disk itself can do: 1 KB written to a file and made durable with {@code fdatasync}, again and again. */
final class DiskFlush {
    private static final int RECORD = 1024;
    private static final int WRITTEN_BEFORE = 16 * 1024 * 1024;

    private DiskFlush() {}

    /**
     * Each is written behind the one before, over blocks that were written and made durable beforehand: the least that a
     * file system can have to do.
     */
    static Rate measureOverWritten(Path directory, Duration duration) {
        Path file = directory.resolve("flush-over-written");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(WRITTEN_BEFORE));
            channel.force(true);
            ByteBuffer bytes = ByteBuffer.allocateDirect(RECORD);
            long began = System.nanoTime();
            long flushes = 0;
            while (System.nanoTime() - began < duration.toNanos()) {
                channel.write(bytes.clear(), flushes * RECORD % WRITTEN_BEFORE);
                channel.force(false);
                flushes++;
            }
            Rate rate = new Rate(flushes, System.nanoTime() - began, true);
            Files.delete(file);
            return rate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file grows with each. */
    static Rate measure(Path directory, Duration duration) {
        Path file = directory.resolve("flush");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(RECORD);
            long began = System.nanoTime();
            long flushes = 0;
            while (System.nanoTime() - began < duration.toNanos()) {
                bytes.clear();
                channel.write(bytes);
                channel.force(false);
                flushes++;
            }
            Rate rate = new Rate(flushes, System.nanoTime() - began, true);
            Files.delete(file);
            return rate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
