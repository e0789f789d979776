package io.seikyu.eventlog.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.seikyu.embedded.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A fresh database for one test, dropped when closed. It is on the server that the environment variable
 * {@code SEIKYU_MONGODB_URI} names; without one, on an in-memory server that all tests of the JVM share.
 *
 * <pre>{@code
 * try (TestMongo mongo = TestMongo.fresh()) {
 *     MongoEventLog.open(mongo.database(), Clock.systemUTC());
 * }
 * }</pre>
 */
public final class TestMongo implements AutoCloseable {
    private final String name;

    private TestMongo(String name) {
        this.name = name;
    }

    public static TestMongo fresh() {
        // Of one length: mongo-java-server drops every database whose name begins with the one that is dropped.
        return new TestMongo("seikyu_test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * What {@code seikyu.mongodb-uri} is to be for a program whose data is in {@code directory}: a database of this
     * directory's own, the same each time the program starts there, dropped when the tests end; blank where no server
     * is named from outside, so that the program brings along what it needs.
     */
    public static String uriFor(Path directory) {
        if (!isExternal()) {
            return "";
        }
        byte[] place = directory.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        TestMongo mongo = new TestMongo(
                "seikyu_test_" + UUID.nameUUIDFromBytes(place).toString().replace("-", ""));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
        return mongo.uri();
    }

    /** Whether the tests run on a real server, named from outside. */
    public static boolean isExternal() {
        String uri = System.getenv("SEIKYU_MONGODB_URI");
        return uri != null && !uri.isBlank();
    }

    /** The connection string of the server with this database in it, as {@code SEIKYU_MONGODB_URI} is given. */
    public String uri() {
        return withDatabase(Server.URI, name);
    }

    public MongoDatabase database() {
        return Server.CLIENT.getDatabase(name);
    }

    /** The client that all tests of the JVM share; do not close it. */
    public MongoClient client() {
        return Server.CLIENT;
    }

    @Override
    public void close() {
        database().drop();
    }

    static String withDatabase(String uri, String database) {
        ConnectionString parsed = new ConnectionString(uri);
        int scheme = uri.indexOf("://") + 3;
        int options = uri.indexOf('?', scheme);
        int path = uri.indexOf('/', scheme);
        int hostsEnd = path >= 0 ? path : options >= 0 ? options : uri.length();
        String query = options >= 0 ? uri.substring(options) : "";
        if (parsed.getCredential() != null && parsed.getDatabase() != null && !query.contains("authSource")) {
            // the database in the string was also the one to authenticate against
            query += (query.isEmpty() ? "?" : "&") + "authSource=" + parsed.getDatabase();
        }
        return uri.substring(0, hostsEnd) + "/" + database + query;
    }

    /** Started when first used; ends with the JVM. */
    private static final class Server {
        static final String URI = isExternal()
                ? System.getenv("SEIKYU_MONGODB_URI")
                : EmbeddedMongo.inMemory().uri();
        static final MongoClient CLIENT = MongoClients.create(URI);
    }
}
