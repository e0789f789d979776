package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * {@code kill -9} under load, again and again on the same log: what was acknowledged is there, what is there is whole.
 * {@code -Dseikyu.kills=1000} for the long campaign.
 */
class KilledWriterIT {
    private static final int KILLS = Integer.getInteger("seikyu.kills", 30);
    private static final int KILLS_PER_LOG = 50;
    private static final Random RANDOM = new Random();

    @TempDir
    private Path directory;

    private final Set<UUID> acknowledged = new HashSet<>();
    private long acknowledgedInAll;
    private long head = -1;
    private byte[] hash = CommitCodec.beforeTheFirst();

    @Test
    void noAcknowledgedCommitIsLostAndNoneIsHalf() throws Exception {
        Path library = extractLibrary();
        for (int done = 0; done < KILLS; done += KILLS_PER_LOG) {
            Path log = directory.resolve("log-" + done);
            Checkpoints checkpoints = Checkpoints.in(directory.resolve("proof-" + done));
            head = -1;
            hash = CommitCodec.beforeTheFirst();
            for (int kill = 0; kill < Math.min(KILLS_PER_LOG, KILLS - done); kill++) {
                writeAndKill(log, library, kill % 5 == 4);
                checkWhatCame(log, checkpoints);
            }
            Verification found =
                    LogVerifier.verify(() -> RocksEventLog.open(log, Clock.systemUTC()), checkpoints, (n, of) -> {});
            assertThat(found.valid()).as(found.summary()).isTrue();
            assertThat(found.vouchedThrough()).isEqualTo(found.through());
            deleteAll(log);
        }
        System.out.println(KILLS + " kills, " + acknowledgedInAll + " acknowledged commits, none lost");
        assertThat(acknowledgedInAll).isPositive();
    }

    /** @param early kills it at any time after its start, so that opening is hit as well */
    private void writeAndKill(Path log, Path library, boolean early) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-Djava.library.path=" + library,
                "-cp",
                System.getProperty("java.class.path"),
                WriterToKill.class.getName(),
                log.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            if (!early) {
                assertThat(said.readLine()).isEqualTo("ready");
            }
            Killer killer = new Killer(process, early ? RANDOM.nextInt(900) : 50 + RANDOM.nextInt(250));
            killer.start();
            // lines are read while it writes, so that a full pipe does not slow it down
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.length() == 36) {
                    acknowledged.add(UUID.fromString(line));
                } else {
                    assertThat(line).isEqualTo("ready");
                }
            }
            killer.join();
        }
    }

    private void checkWhatCame(Path directory, Checkpoints checkpoints) {
        try (RocksEventLog log = RocksEventLog.open(directory, Clock.systemUTC())) {
            while (head < log.head()) {
                for (StoredCommit commit : log.read(head + 1, 1_000)) {
                    assertThat(commit.firstPosition()).isEqualTo(head + 1);
                    assertThat(commit.hash()).isEqualTo(CommitCodec.hash(hash, commit.body()));
                    assertThat(commit.commit().events()).hasSize(2);
                    head = commit.lastPosition();
                    hash = commit.hash();
                    if (acknowledged.remove(commit.commit().id())) {
                        acknowledgedInAll++;
                    }
                }
            }
            assertThat(acknowledged).as("acknowledged and lost").isEmpty();
            checkpoints.vouchFor(log, Clock.systemUTC().instant());
        }
    }

    private Path extractLibrary() throws IOException {
        Path library = Files.createDirectory(directory.resolve("library"));
        String name = Environment.getJniLibraryFileName("rocksdb");
        try (InputStream from = RocksDB.class.getClassLoader().getResourceAsStream(name)) {
            Files.copy(from, library.resolve(name));
        }
        return library;
    }

    private static void deleteAll(Path log) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.list(log)) {
            found.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static final class Killer extends Thread {
        private final Process process;
        private final int afterMillis;

        Killer(Process process, int afterMillis) {
            this.process = process;
            this.afterMillis = afterMillis;
        }

        @Override
        public void run() {
            try {
                Thread.sleep(afterMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            // unlike the process's own method, this leaves what it said before readable
            process.toHandle().destroyForcibly();
        }
    }
}
