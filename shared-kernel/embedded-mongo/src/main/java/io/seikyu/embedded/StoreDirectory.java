package io.seikyu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of a store: its file, a lock against a second process, and a marker that stands there only while the
 * file is known to be closed and whole, and says how it is written.
 */
final class StoreDirectory {
    private static final Logger log = LoggerFactory.getLogger(StoreDirectory.class);
    /** How the file is written; what was closed in another way is discarded as if it had not been. */
    private static final String FORMAT = "2";

    private final Path directory;
    private final FileChannel lock;
    private final boolean discarded;

    private StoreDirectory(Path directory, FileChannel lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.discarded = Files.exists(file()) && !isWhole();
        if (discarded) {
            Files.delete(file());
            log.warn(
                    "{} was not closed, or is of another version: discarded, what it held is rebuilt from the log",
                    file());
        }
        Files.deleteIfExists(marker());
        sync();
    }

    private boolean isWhole() throws IOException {
        return Files.exists(marker()) && Files.readString(marker()).equals(FORMAT);
    }

    static StoreDirectory open(Path directory) {
        FileChannel lock = null;
        try {
            Files.createDirectories(directory);
            lock = lock(directory);
            return new StoreDirectory(directory, lock);
        } catch (IOException e) {
            close(lock);
            throw new UncheckedIOException("cannot use " + directory, e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            throw new IllegalStateException(directory + " is used by another process");
        }
        return channel;
    }

    Path file() {
        return directory.resolve("store.mv");
    }

    boolean discarded() {
        return discarded;
    }

    /** Whether it was noted that what this mark stands for is not in the file any more. */
    boolean isForgotten(String mark) {
        try {
            return Files.exists(forgotten()) && Files.readString(forgotten()).equals(mark);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + forgotten(), e);
        }
    }

    void noteForgotten(String mark) {
        try {
            Files.writeString(forgotten(), mark);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note what is in " + file() + " no more", e);
        }
    }

    /** The file has to be closed. */
    void rewrite() {
        MVStoreTool.compact(file().toString(), false);
    }

    private Path forgotten() {
        return directory.resolve("forgotten");
    }

    void closedCleanly() {
        try {
            Files.writeString(marker(), FORMAT, StandardOpenOption.CREATE_NEW);
            sync();
        } catch (IOException e) {
            log.warn("cannot note that {} is closed, it will be rebuilt", file(), e);
        } finally {
            release();
        }
    }

    void release() {
        close(lock);
    }

    private Path marker() {
        return directory.resolve("closed");
    }

    /** Makes the marker's coming and going durable before anything relies on it. */
    private void sync() throws IOException {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            log.debug("closing a lock file failed", e);
        }
    }
}
