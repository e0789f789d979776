package io.seikyu.eventlog.rocksdb.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Counts what is asked of the disk, and can have no room. */
final class CountedDisk implements Disk {
    private final Disk disk = Journal.disk();
    int writes;
    int forces;
    int growths;
    boolean full;
    Runnable beforeGrowth = () -> {};

    @Override
    public Blocks open(Path file) throws IOException {
        return new CountedBlocks(disk.open(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void sync(Path directory) throws IOException {
        disk.sync(directory);
    }

    private final class CountedBlocks implements Blocks {
        private final Blocks blocks;

        CountedBlocks(Blocks blocks) {
            this.blocks = blocks;
        }

        @Override
        public long size() throws IOException {
            return blocks.size();
        }

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            blocks.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            writes++;
            if (at + from.remaining() > blocks.size()) {
                if (full) {
                    throw new IOException("No space left on device");
                }
                beforeGrowth.run();
                growths++;
            }
            blocks.write(from, at);
        }

        @Override
        public void force() throws IOException {
            forces++;
            blocks.force();
        }

        @Override
        public void close() throws IOException {
            blocks.close();
        }
    }
}
