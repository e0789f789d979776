package io.seikyu.standalone.cli;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.MongoEventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import io.seikyu.eventlog.subjectkeys.MongoSubjectKeys;
import io.seikyu.standalone.cli.CommandLineTool.CannotException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Where everything is, as the server is told too. */
final class ToolStore implements AutoCloseable {
    private static final String DATABASE = "seikyu";

    @Option(
            names = "--data-dir",
            paramLabel = "<directory>",
            defaultValue = "${env:SEIKYU_DATA_DIR:-./data}",
            description = "Where Seikyu keeps its data; SEIKYU_DATA_DIR, or ./data, unless given.")
    private Path data;

    @Option(
            names = "--mongodb-uri",
            paramLabel = "<uri>",
            defaultValue = "${env:SEIKYU_MONGODB_URI:-}",
            description =
                    "The replica set that holds the log; SEIKYU_MONGODB_URI unless given; none: the embedded log.")
    private String uri;

    private EventLog log;
    private MongoClient client;
    private EmbeddedMongo embedded;

    Path data() {
        return data;
    }

    Path logDirectory() {
        return data.resolve("log");
    }

    boolean isShared() {
        return uri != null && !uri.isBlank();
    }

    /** The log that is there. */
    EventLog log() {
        if (!isShared() && !Files.isDirectory(logDirectory())) {
            throw new CannotException("there is no log in " + data);
        }
        return opened();
    }

    /** One that is there and empty, or is begun now. */
    EventLog emptyLog() {
        EventLog opened = opened();
        if (opened.head() >= 0) {
            throw new CannotException("there is a log already, which ends at position " + opened.head());
        }
        return opened;
    }

    private EventLog opened() {
        if (log == null) {
            log = isShared()
                    ? MongoEventLog.open(database(), Clock.systemUTC())
                    : RocksEventLog.open(logDirectory(), Clock.systemUTC());
        }
        return log;
    }

    /** Where read models and tokens are. */
    MongoDatabase database() {
        if (client == null) {
            if (!isShared()) {
                embedded = EmbeddedMongo.onDisk(data.resolve("views"));
            }
            client = MongoClients.create(isShared() ? uri : embedded.uri());
        }
        String named = isShared() ? new ConnectionString(uri).getDatabase() : null;
        return client.getDatabase(named == null ? DATABASE : named);
    }

    SubjectKeys subjectKeys() {
        return isShared() ? new MongoSubjectKeys(database()) : new FileSubjectKeys(data.resolve("subject-keys"));
    }

    Checkpoints checkpoints() {
        return Checkpoints.in(data.resolve("checkpoints"));
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
        if (client != null) {
            client.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
