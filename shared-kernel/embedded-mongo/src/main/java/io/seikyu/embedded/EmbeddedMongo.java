package io.seikyu.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB server inside the process, listening on 127.0.0.1 only: the real driver talks to it over a real socket.
 *
 * <p>It is for <em>derived</em> data, for two reasons. A killed process loses what the last second acknowledged. And the
 * server writes a document and its entries in the indexes as separate steps, so a file that was not closed may hold
 * indexes that do not fit the documents. Hence a store on disk is kept only if it was closed; after anything else it is
 * discarded, the server starts empty, and what was in it is rebuilt from the log.
 *
 * <p>It knows no transactions, sessions or change streams. Its indexes are {@link io.seikyu.embedded.index ordered ones};
 * what they cannot be (partial, sparse, with an expiry or a collation) {@code createIndex} refuses.
 */
public final class EmbeddedMongo implements AutoCloseable {
    /** A part of the memory; what is not found there is read from the file and decoded again. */
    private static final int CACHE_MEGABYTES =
            (int) Math.max(8, Math.min(256, Runtime.getRuntime().maxMemory() / (24L << 20)));
    /** Milliseconds for which overwritten parts of the file are kept; the default of 45 s lets the file grow for long. */
    private static final int RETENTION = 1_000;
    /**
     * Kilobytes of changed pages that may wait in memory. What is not in the file when the process ends is built again
     * from the log in any case, so a page that changes all the time need not be written each time.
     */
    private static final int CHANGED_KILOBYTES = 16 * 1024;

    /** Milliseconds after which changed pages are written all the same. */
    private static final int WRITE_EVERY = 10_000;

    private final MongoServer server;
    private final Optional<OnDisk> disk;
    private final String uri;
    private boolean closed;
    private String forgetWhenClosed = "";

    private record OnDisk(StoreDirectory directory, MVStore store, ForgetfulFile file) {}

    private EmbeddedMongo(MVStore store, Optional<OnDisk> disk, int port) {
        this.server = new MongoServer(new Backend(store));
        this.disk = disk;
        // Its threads only hand bytes on and work in memory; the default is two per core, each with buffers of its own.
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, 2);
        this.uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    /** Starts an empty server on a free port that forgets everything when it is closed. */
    public static EmbeddedMongo inMemory() {
        return inMemory(0);
    }

    /** @param port to listen on, or 0 for a free one */
    public static EmbeddedMongo inMemory(int port) {
        MVStore store = MVStore.open(null);
        store.setVersionsToKeep(0);
        return new EmbeddedMongo(store, Optional.empty(), port);
    }

    /**
     * Starts a server on a free port that keeps its data under {@code directory}, which is created when missing.
     *
     * @throws IllegalStateException when another process uses the directory
     */
    public static EmbeddedMongo onDisk(Path directory) {
        return onDisk(directory, 0);
    }

    /** @param port to listen on, or 0 for a free one */
    public static EmbeddedMongo onDisk(Path directory, int port) {
        StoreDirectory opened = StoreDirectory.open(directory);
        MVStore store = null;
        try {
            ForgetfulFile file = new ForgetfulFile();
            file.open(opened.file().toString(), false, null);
            store = new MVStore.Builder()
                    .adoptFileStore(file)
                    .cacheSize(CACHE_MEGABYTES)
                    .autoCommitBufferSize(CHANGED_KILOBYTES)
                    .open();
            store.setRetentionTime(RETENTION);
            store.setAutoCommitDelay(WRITE_EVERY);
            store.setVersionsToKeep(0);
            return new EmbeddedMongo(store, Optional.of(new OnDisk(opened, store, file)), port);
        } catch (RuntimeException e) {
            if (store != null) {
                store.closeImmediately();
            }
            opened.release();
            throw e;
        }
    }

    /** Where the driver connects, e.g. {@code mongodb://127.0.0.1:40123}. */
    public String uri() {
        return uri;
    }

    /** Whether the last run ended without closing the store, so that this one began with an empty one. */
    public boolean startedAnew() {
        return disk.map(it -> it.directory().discarded()).orElse(false);
    }

    /**
     * Works towards a file that holds nothing of what was overwritten or deleted before the first call with that mark, for
     * about a second, while the server answers.
     *
     * @param mark what was got rid of by that, in a word; with the same mark it is not done again
     * @return whether the file is like that now; else call again
     */
    public boolean forget(String mark) {
        if (disk.isEmpty()) {
            return true;
        }
        StoreDirectory directory = disk.get().directory();
        if (!directory.isForgotten(mark)) {
            if (!disk.get().file().forget(mark, disk.get().store())) {
                return false;
            }
            directory.noteForgotten(mark);
        }
        return true;
    }

    /** When it is closed the file is written anew, unless {@link #forget} got to its end. */
    public synchronized void forgetWhenClosed(String mark) {
        forgetWhenClosed = mark;
    }

    /** Ends all connections and, on disk, completes the file. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdownNow();
            disk.map(OnDisk::directory).ifPresent(opened -> {
                if (!forgetWhenClosed.isEmpty() && !opened.isForgotten(forgetWhenClosed)) {
                    opened.rewrite();
                    opened.noteForgotten(forgetWhenClosed);
                }
                opened.closedCleanly();
            });
        }
    }
}
