package io.seikyu.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** The logs that are compared, in the order of their turns. */
enum Contender {
    ROCKSDB("rocksdb", "Seikyu on RocksDB", "on disk: one fdatasync for each group of commits", RocksPeer::open),
    POSTGRESQL(
            "postgresql",
            "Axon JDBC on PostgreSQL",
            "on disk: WAL flushed at each commit (fsync, synchronous_commit on)",
            PostgresPeer::open),
    MONGODB("mongodb", "Seikyu on mongo-java-server", EmbeddedServer.DURABILITY, MongoPeer::open),
    AXON_MONGO("axon-mongo", "axon-mongo on mongo-java-server", EmbeddedServer.DURABILITY, AxonMongoPeer::open);

    private final String id;
    private final String title;
    private final String durability;
    private final Function<Path, Peer> opener;

    Contender(String id, String title, String durability, Function<Path, Peer> opener) {
        this.id = id;
        this.title = title;
        this.durability = durability;
        this.opener = opener;
    }

    static Contender named(String id) {
        return Arrays.stream(values())
                .filter(contender -> contender.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no contender " + id));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** What an acknowledged commit has survived when the caller hears of it. */
    String durability() {
        return durability;
    }

    /** Opens the log that is kept in {@code directory}, or a new one. */
    Peer open(Path directory) {
        return opener.apply(directory);
    }
}
