package io.seikyu.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal does with a log that no server has open. */
class CommandLineToolTest {
    private static final int CLIENTS = 20;

    @TempDir
    private Path directory;

    private Path data;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aLog() {
        data = directory.resolve("data");
        try (EventLog log = RocksEventLog.open(data.resolve("log"), Clock.systemUTC())) {
            EventCodec codec = new EventCodec(new FileSubjectKeys(data.resolve("subject-keys")));
            for (int i = 0; i < CLIENTS; i++) {
                register(log, codec, "c" + i);
            }
            Checkpoints.in(data.resolve("checkpoints")).vouchFor(log, Instant.parse("2026-04-30T01:02:03Z"));
        }
    }

    private static void register(EventLog log, EventCodec codec, String client) {
        StoredPayload payload = codec.encode(new ClientRegistered(
                client,
                new ClientDetails(
                        "株式会社 " + client,
                        "T7000012050002",
                        true,
                        new BankDetails("0001", "001", "1", "1234567", "カ)エー"),
                        "a@example.jp",
                        false,
                        Map.of())));
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                client + "/client/" + client,
                0,
                payload.name(),
                payload.revision(),
                Instant.parse("2026-04-30T01:02:03Z"),
                payload.bytes(),
                "{\"actor\":\"test\"}".getBytes(StandardCharsets.UTF_8));
        log.append(new NewCommit(UUID.randomUUID(), client, List.of(event), Set.of()));
    }

    @Test
    void verifyTellsWhetherTheLogIsWhole() throws IOException {
        assertThat(run("verify")).isZero();
        assertThat(out.toString()).contains("Whole through position 19; the last checkpoint vouches for all of it.");
        assertThat(err.toString()).contains("100 %  20 of 20 events");

        Path checkpoints = data.resolve("checkpoints/checkpoints.ndjson");
        Files.writeString(checkpoints, Files.readString(checkpoints).replace("\"position\":19", "\"position\":18"));
        assertThat(run("verify")).isEqualTo(1);
        assertThat(out.toString()).contains("false signature");
    }

    @Test
    void whatIsExportedCanBeImportedElsewhere() throws IOException {
        Path file = directory.resolve("export.seikyu");
        assertThat(run("export", file.toString())).isZero();
        assertThat(run("export", file.toString())).as("it is there already").isEqualTo(3);
        Path other = directory.resolve("other");
        assertThat(runOn(other, "import", file.toString())).isZero();
        assertThat(out.toString()).contains("Imported through position 19.").contains("Sending is off");
        assertThat(runOn(other, "import", file.toString())).as("not empty").isEqualTo(3);
        assertThat(runOn(other, "verify")).isZero();

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(runOn(directory.resolve("third"), "import", file.toString()))
                .as("its chain is broken")
                .isEqualTo(1);
    }

    @Test
    void whatIsBackedUpCanBeRestoredWhereThereIsNothing() {
        Path backup = directory.resolve("backup");
        assertThat(run("backup", backup.toString())).isZero();
        assertThat(backup.resolve("subject-keys")).doesNotExist();
        assertThat(run("backup", backup.toString())).as("it is there already").isEqualTo(3);
        assertThat(run("restore", backup.toString()))
                .as("there is a log already")
                .isEqualTo(3);

        Path other = directory.resolve("other");
        assertThat(runOn(other, "restore", backup.toString())).isZero();
        assertThat(out.toString())
                .contains("Whole through position 19; the last checkpoint vouches for all of it.")
                .contains("Sending is off");
        assertThat(run("backup", "--with-keys", directory.resolve("keys").toString()))
                .isZero();
        assertThat(directory.resolve("keys/subject-keys")).isNotEmptyDirectory();
    }

    @Test
    void replayMakesReadModelsAgainAndTwiceTheSame() {
        assertThat(run("replay", "client", "invoice")).as(err.toString()).isZero();
        List<String> first = new ArrayList<>(out.toString().lines().toList());
        assertThat(first).hasSize(2);
        assertThat(first.get(0)).matches("client +[0-9a-f]{64}");
        out.getBuffer().setLength(0);
        assertThat(run("replay", "client", "invoice")).isZero();
        assertThat(out.toString().lines()).containsExactlyElementsOf(first);
        assertThat(run("replay", "nothing")).isEqualTo(3);
        assertThat(err.toString()).contains("there are client, account");
    }

    @Test
    void whatCannotBeDoneIsSaidWithoutAStackTrace() {
        assertThat(runOn(directory.resolve("empty"), "verify")).isEqualTo(3);
        assertThat(err.toString()).contains("there is no log in").doesNotContain("\tat ");
        try (EventLog open = RocksEventLog.open(data.resolve("log"), Clock.systemUTC())) {
            assertThat(open.head()).isEqualTo(CLIENTS - 1);
            assertThat(run("export", directory.resolve("x").toString())).isEqualTo(3);
        }
        assertThat(run("verify", "--nonsense")).isEqualTo(2);
        assertThat(run("export")).as("where to?").isEqualTo(2);
    }

    @Test
    void helpIsGivenForAllAndForEach() {
        assertThat(CommandLineTool.run(new PrintWriter(out), new PrintWriter(err), "--help"))
                .isZero();
        assertThat(out.toString()).contains("verify", "replay", "export", "import", "backup", "restore");
        for (String tool : List.of("verify", "replay", "export", "import", "backup", "restore")) {
            assertThat(CommandLineTool.knows(tool)).isTrue();
            assertThat(CommandLineTool.run(new PrintWriter(out), new PrintWriter(err), tool, "--help"))
                    .isZero();
        }
        assertThat(CommandLineTool.knows("demo")).isFalse();
        assertThat(CommandLineTool.knows("--seikyu.port=0")).isFalse();
    }

    private int run(String... arguments) {
        return runOn(data, arguments);
    }

    private int runOn(Path where, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(1, "--data-dir=" + where);
        all.add(2, "--mongodb-uri=");
        return CommandLineTool.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
