package io.seikyu.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What the disk itself can do: 1 KB appended to a file and made durable with {@code fdatasync}, again and again. */
final class DiskFlush {
    private static final int RECORD = 1024;

    private DiskFlush() {}

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
