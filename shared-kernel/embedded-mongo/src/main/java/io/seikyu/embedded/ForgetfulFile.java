package io.seikyu.embedded;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of a store that can be made to hold nothing any more of what was overwritten or deleted. The store itself only
 * takes such places for free, and leaves them as they are until it needs them.
 */
final class ForgetfulFile extends SingleFileStore {
    private static final int BLOCK = 4096;
    private static final int HEADERS = 2;
    /** Kilobytes written anew before others have their turn. */
    private static final int AT_ONCE = 4 << 20;

    private static final int ROUNDS = 600;
    private static final long PAUSE_MILLIS = 100;

    ForgetfulFile(Map<String, Object> settings) {
        super(new HashMap<>(settings));
    }

    /**
     * Has every page that is in use written anew, and the places of all former ones filled with zeros, while the store goes
     * on to be used.
     *
     * @return whether it got to the end
     */
    boolean forget(MVStore store) throws InterruptedException {
        store.commit();
        long version = store.getCurrentVersion();
        for (int round = 0; round < ROUNDS && isAnyOf(version); round++) {
            store.compact(100, AT_ONCE);
            store.commit();
            dropUnusedChunks();
            // what a reader may still look at is given up after a moment
            Thread.sleep(PAUSE_MILLIS);
        }
        if (isAnyOf(version)) {
            return false;
        }
        store.executeFilestoreOperation(this::wipe);
        return true;
    }

    /** Whether anything in the file was written up to that version. */
    private boolean isAnyOf(long version) {
        return getChunks().values().stream().anyMatch(chunk -> chunk.version <= version);
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
