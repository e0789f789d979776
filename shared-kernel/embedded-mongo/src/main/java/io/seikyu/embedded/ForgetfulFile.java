package io.seikyu.embedded;

import java.nio.ByteBuffer;
import java.util.HashMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.WriteBuffer;

/**
 * The file of a store that can be made to hold nothing any more of what was overwritten or deleted. The store itself only
 * takes such places for free, and leaves them as they are until it needs them.
 */
final class ForgetfulFile extends SingleFileStore {
    private static final int BLOCK = 4096;
    private static final int HEADERS = 2;
    /** Bytes written anew at a time. */
    private static final long AT_ONCE = 32 << 20;

    private String mark = "";
    private long last;

    ForgetfulFile() {
        super(new HashMap<>());
    }

    /** Not used again: what the next part of the file does not fill of it would be written with what was there before. */
    @Override
    public void releaseWriteBuffer(WriteBuffer used) {}

    /**
     * Has some more of the pages in use written anew; when none is left from before the first call with that mark, the
     * places of all former ones are filled with zeros. The store goes on to be used.
     *
     * @return whether that is done; else call again, a moment later, when what a reader may still look at is given up
     */
    synchronized boolean forget(String mark, MVStore store) {
        if (!mark.equals(this.mark)) {
            store.commit();
            this.mark = mark;
            this.last = store.getCurrentVersion();
        }
        long largest = 0;
        boolean before = false;
        for (SFChunk chunk : getChunks().values()) {
            largest = Math.max(largest, chunk.maxLenLive);
            before |= chunk.version <= last;
        }
        if (before) {
            store.compact(100, (int) Math.min(Integer.MAX_VALUE, Math.max(AT_ONCE, largest)));
            store.commit();
            store.executeFilestoreOperation(this::dropUnusedChunks);
            return false;
        }
        store.executeFilestoreOperation(this::wipe);
        return true;
    }

    private void wipe() {
        long end = size();
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
        for (long at = HEADERS * BLOCK; at < end; at += BLOCK) {
            if (freeSpace.isFree(at, 1)) {
                zeros.clear().limit((int) Math.min(BLOCK, end - at));
                writeFully(null, at, zeros);
            }
        }
        sync();
    }
}
