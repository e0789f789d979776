package io.seikyu.eventlog.rocksdb.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What a journal asks of the file system: no more, so that a test can put a disk in its place that loses its power. */
public interface Disk {
    /** Opens {@code file} for reading and writing; makes it when it is not there. */
    Blocks open(Path file) throws IOException;

    /** Atomic; durable only after {@link #sync}. */
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Returns when names in {@code directory} are durable. */
    void sync(Path directory) throws IOException;

    /** An open file. Not bothered by interrupts. */
    interface Blocks extends Closeable {
        long size() throws IOException;

        /** Reads until {@code into} is full up to its capacity, or the file ends. */
        void read(ByteBuffer into, long at) throws IOException;

        /** Writes all of {@code from}. */
        void write(ByteBuffer from, long at) throws IOException;

        /** Returns when everything that was written is durable, and the size with it. */
        void force() throws IOException;
    }
}
