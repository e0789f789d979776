package io.seikyu.command.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.proof.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationFilesTest {
    private static final Standing FAR = new Standing(99, "0a0b", Instant.parse("2026-04-30T01:02:03.456Z"), -1);

    @TempDir
    private Path folder;

    @Test
    void howFarACheckIsIsReadByWhoeverStartsNext() {
        new VerificationFiles(folder, 10).keep("job", FAR);
        VerificationFiles next = new VerificationFiles(folder, 10);
        assertThat(next.read("job")).contains(FAR);
        assertThat(next.read("other")).isEmpty();
        next.delete("job");
        assertThat(next.read("job")).isEmpty();
    }

    @Test
    void itIsNotedNowAndThenOnly() {
        VerificationFiles files = new VerificationFiles(folder, 10);
        files.keep("job", FAR);
        files.keep("job", new Standing(105, "0c", FAR.recordedAt(), -1));
        assertThat(files.read("job")).contains(FAR);
        files.keep("job", new Standing(109, "0c", FAR.recordedAt(), -1));
        assertThat(files.read("job").orElseThrow().through()).isEqualTo(109);
    }

    @Test
    void whatSaysNothingIsAsIfItWereNotThere() throws Exception {
        Files.writeString(folder.resolve("job"), "99 xyz");
        assertThat(new VerificationFiles(folder, 10).read("job")).isEmpty();
    }
}
