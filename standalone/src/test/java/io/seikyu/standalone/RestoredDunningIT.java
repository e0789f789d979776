package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is started again reminds nobody until a person says up to when messages had gone out. */
@Timeout(600)
class RestoredDunningIT {
    @TempDir
    private Path data;

    @Test
    void aRestoredBackupRemindsNobodyUntilAPersonSaysSo() {
        if (TestMongo.isExternal()) {
            return; // the log is not in the directory
        }
        Path original = data.resolve("original");
        Path backup = data.resolve("backup");
        LocalDate due;
        LocalDate check;
        try (DunnedPayers world = new DunnedPayers(original)) {
            world.payer("late", "phone", (String) null);
            due = world.owes("late", "late-1");
            check = DunnedPayers.bankingDays(due, 2);
            world.until(due);
        }
        copy(original, backup);
        try (DunnedPayers world = DunnedPayers.again(original)) {
            world.until(check);
            assertThat(world.said("late-1")).contains("R1 MAIL");
        }

        try (DunnedPayers world = DunnedPayers.again(backup)) {
            Reply stands = world.tryUntil(DunnedPayers.at(check, 10));
            assertThat(stands.code()).as(stands.body()).isEqualTo("clock-held-up");
            world.await("late", "R1 MAIL QUEUED");
            assertThat(mails(backup)).noneMatch(name -> name.startsWith("reminder.") && name.contains("late.2"));
            Reply unsaid = world.seikyu.send("POST", "/v1/sending/resume", world.seikyu.admin, "{\"reason\": \"-\"}");
            assertThat(unsaid.code()).isEqualTo("sent-up-to-required");
            assertThat(world.said("late-1")).doesNotContain("R1 MAIL");

            Instant lost = world.now();
            Reply said = world.seikyu.send(
                    "POST",
                    "/v1/sending/resume",
                    world.seikyu.admin,
                    "{\"reason\": \"it is the one now\", \"sentUpTo\": \"" + lost + "\"}");
            assertThat(said.status()).as(said.body()).isEqualTo(204);
            world.pass("PT1H");
            // it may have left before the backup was needed: a person finds out
            assertThat(world.story("late")).contains("R1 MAIL IN_DOUBT");
            String doubt = world.reminders("late").stream()
                    .filter(it -> it.get("state").stringValue().equals("IN_DOUBT"))
                    .findFirst()
                    .orElseThrow()
                    .get("reminderId")
                    .stringValue();
            world.done(
                    world.operator,
                    "/v1/reminders/" + doubt + "/resolution",
                    "{\"outcome\": \"SENT\", \"note\": \"in the mail server's log\"}");
            world.until(DunnedPayers.bankingDays(check, 4));

            assertThat(world.said("late-1"))
                    .containsSubsequence("R1 MAIL", "R2 MAIL")
                    .doesNotHaveDuplicates();
            assertThat(mails(backup)).noneMatch(name -> name.contains(doubt));
        }
    }

    private static List<String> mails(Path data) {
        try (Stream<Path> files = Files.list(data.resolve("outbox/minato"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
