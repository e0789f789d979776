package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tools of the packaged program, beside a server and after it. */
@Timeout(300)
class TerminalIT {
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    @Test
    void whatWasCopiedWhileItRanIsRestoredElsewhereAndSendsNothingBeforeAPersonSaysSo() throws Exception {
        assumeFalse(TestMongo.isExternal(), "there is one database, and it is full");
        Path data = directory.resolve("data");
        Path backup;
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
            Reply accepted = seikyu.send("POST", "/v1/backups", seikyu.admin, null);
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            backup = data.resolve(done(seikyu, accepted).at("/result/directory").asString());

            Ended beside = tool("verify", "--data-dir=" + data);
            assertThat(beside.code()).as(beside.said()).isEqualTo(3);
        }
        Path other = directory.resolve("other");
        Ended restored = tool("restore", "--data-dir=" + other, backup.toString());
        assertThat(restored.code()).as(restored.said()).isZero();
        assertThat(restored.said()).contains("Whole through position").contains("Sending is off");
        Ended verified = tool("verify", "--data-dir=" + data);
        assertThat(verified.code()).as(verified.said()).isZero();

        try (RunningSeikyu seikyu = RunningSeikyu.on(other)) {
            String path = "/v1/sending?atLeast=" + seikyu.log().head();
            JsonNode sending = seikyu.send("GET", path, seikyu.admin, null).json();
            long end = System.nanoTime() + LONG.toNanos();
            while (!sending.get("confirmationNeeded").asBoolean()) {
                assertThat(System.nanoTime()).as(sending.toString()).isLessThan(end);
                RunningSeikyu.pause();
                sending = seikyu.send("GET", path, seikyu.admin, null).json();
            }
            assertThat(sending.get("on").asBoolean()).isFalse();
            assertThat(seikyu.send(
                                    "GET",
                                    "/v1/clients/minato?atLeast=" + seikyu.log().head(),
                                    seikyu.admin,
                                    null)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static JsonNode done(RunningSeikyu seikyu, Reply accepted) {
        String path = "/v1/jobs/" + accepted.json().get("jobId").asString() + "?atLeast=" + accepted.position();
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            Reply reply = seikyu.send("GET", path, seikyu.admin, null);
            if (reply.status() == 200 && reply.json().get("status").asString().equals("DONE")) {
                return reply.json();
            }
            assertThat(System.nanoTime()).as(reply.body()).isLessThan(end);
            RunningSeikyu.pause();
        }
    }

    /** In a process of its own, as from a terminal. */
    private static Ended tool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SeikyuApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("SEIKYU_MONGODB_URI");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private record Ended(int code, String said) {}
}
