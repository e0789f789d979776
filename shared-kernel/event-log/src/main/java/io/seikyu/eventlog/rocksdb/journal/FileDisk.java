package io.seikyu.eventlog.rocksdb.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file system of this machine. */
final class FileDisk implements Disk {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** The platform keeps a buffer outside the heap for as much as a thread has read at once. */
    private static final int PORTION = 64 * 1024;

    @Override
    public Blocks open(Path file) throws IOException {
        return new FileBlocks(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void sync(Path directory) throws IOException {
        if (POSIX) {
            uninterrupted(() -> {
                try (FileChannel channel = FileChannel.open(directory, READ)) {
                    channel.force(true);
                }
            });
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    /** An interrupt closes the channel that the thread is about to use: it is taken back and kept for the caller. */
    private static void uninterrupted(Step step) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    step.take();
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class FileBlocks implements Blocks {
        private final Path file;
        private FileChannel channel;
        private boolean closed;

        FileBlocks(Path file) throws IOException {
            this.file = file;
            this.channel = FileChannel.open(file, CREATE, READ, WRITE);
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            int from = into.position();
            uninterrupted(() -> {
                into.position(from);
                int read = 0;
                while (into.position() < into.capacity() && read >= 0) {
                    into.limit(Math.min(into.capacity(), into.position() + PORTION));
                    read = open().read(into, at + into.position() - from);
                }
            });
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            int from = bytes.position();
            uninterrupted(() -> {
                bytes.position(from);
                while (bytes.hasRemaining()) {
                    open().write(bytes, at + bytes.position() - from);
                }
            });
        }

        @Override
        public void force() throws IOException {
            uninterrupted(() -> open().force(false));
        }

        private FileChannel open() throws IOException {
            if (!channel.isOpen() && !closed) {
                channel = FileChannel.open(file, READ, WRITE);
            }
            return channel;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            channel.close();
        }
    }
}
