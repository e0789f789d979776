package io.seikyu.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes append to one MongoDB: what each was told is stored where it was told, once, and the log is whole.
 * {@code -Dseikyu.process.commits=5000} for the long campaign.
 */
class TwoProcessesIT {
    private static final int WRITERS = 4;
    private static final int COMMITS = Integer.getInteger("seikyu.process.commits", 60);

    @TempDir
    private Path directory;

    private final TestMongo mongo = TestMongo.fresh();

    @AfterEach
    void dropTheDatabase() {
        mongo.close();
    }

    @Test
    void twoProcessesLoseAndDoubleNothing() throws Exception {
        try (Appender one = new Appender(mongo.uri());
                Appender other = new Appender(mongo.uri())) {
            one.go();
            other.go();
            one.finish();
            other.finish();

            assertThat(one.acknowledged).hasSize(WRITERS * COMMITS);
            assertThat(other.acknowledged).hasSize(WRITERS * COMMITS);
            assertThat(checked(one, other)).isEqualTo(2 * WRITERS * COMMITS);
        }
    }

    @Test
    void lostAcknowledgementsAndRolledBackWritesChangeNothing() throws Exception {
        // replica sets are reached by the names that they give themselves, so the wire needs a server alone
        assumeFalse(TestMongo.isExternal());
        String server = mongo.uri().substring(0, mongo.uri().lastIndexOf('/'));
        RandomFaults faults = new RandomFaults(11, 20);
        try (FaultyWire wire = FaultyWire.before(server);
                Appender one = new Appender(wire.uri());
                Appender other = new Appender(wire.uri())) {
            wire.faults(faults);
            one.go();
            other.go();
            one.finish();
            other.finish();

            assertThat(faults.happened()).isPositive();
            assertThat(checked(one, other)).isEqualTo(2 * WRITERS * COMMITS);
        }
    }

    @Test
    void aProcessThatIsKilledTakesNothingWithItThatWasAcknowledged() throws Exception {
        try (Appender one = new Appender(mongo.uri());
                Appender other = new Appender(mongo.uri())) {
            one.go();
            other.go();
            one.killAfter(WRITERS * COMMITS / 3);
            other.finish();

            assertThat(other.acknowledged).hasSize(WRITERS * COMMITS);
            assertThat(checked(one, other)).isGreaterThanOrEqualTo(WRITERS * COMMITS + WRITERS * COMMITS / 3);
        }
    }

    /** @return how many commits there are */
    private int checked(Appender... appenders) {
        try (EventLog log = MongoEventLog.open(mongo.database(), Clock.systemUTC())) {
            Verification found = LogVerifier.verify(log, Checkpoints.in(directory.resolve("proof")), (n, of) -> {});
            assertThat(found.valid()).as(found.summary()).isTrue();
            assertThat(found.through()).isEqualTo(log.head());
            Map<UUID, Long> stored = new HashMap<>();
            for (StoredCommit commit : log.read(0, Integer.MAX_VALUE)) {
                assertThat(stored.put(commit.commit().id(), commit.firstPosition()))
                        .isNull();
            }
            for (Appender appender : appenders) {
                appender.acknowledged.forEach(
                        (id, position) -> assertThat(stored.get(id)).isEqualTo(position));
            }
            List<StoredEvent> shared = log.readStream(AppendingProcess.SHARED, 0, Integer.MAX_VALUE);
            assertThat(shared)
                    .hasSize((int) log.lastSequence(AppendingProcess.SHARED).orElseThrow() + 1);
            return stored.size();
        }
    }

    /** The other process, and what it said was acknowledged. */
    private final class Appender implements AutoCloseable {
        private final Map<UUID, Long> acknowledged = new HashMap<>();
        private final Process process;
        private final BufferedReader said;

        Appender(String uri) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AppendingProcess.class.getName(),
                            uri,
                            mongo.database().getName(),
                            Integer.toString(COMMITS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String first = said.readLine();
            assertThat(first).isEqualTo("ready");
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        void finish() throws Exception {
            String line = said.readLine();
            while (line != null && !line.equals("done")) {
                note(line);
                line = said.readLine();
            }
            assertThat(process.waitFor()).isZero();
        }

        void killAfter(int acknowledgements) throws Exception {
            while (acknowledged.size() < acknowledgements) {
                note(said.readLine());
            }
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                // the last line may be cut
                if (line.matches("[0-9a-f-]{36} [0-9]+")) {
                    note(line);
                }
            }
            process.waitFor();
        }

        private void note(String line) {
            String[] parts = line.split(" ");
            acknowledged.put(UUID.fromString(parts[0]), Long.valueOf(parts[1]));
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
