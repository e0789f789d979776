package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * Every decision that was taken until now comes out again as it was. {@code -Dseikyu.record-histories=<directory>} keeps the
 * history as one that later revisions have to reproduce, see {@code RecordedHistoryIT}.
 */
final class Reproduced {
    private Reproduced() {}

    /** @param name of the history */
    static void thenClose(String name, RunningSeikyu seikyu, String... kinds) {
        try (seikyu) {
            whole(seikyu, kinds);
            String directory = System.getProperty("seikyu.record-histories", "");
            if (!directory.isEmpty()) {
                HistoryFile.write(seikyu.log(), seikyu.data(), Path.of(directory, name + ".zip"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param kinds of which there have to be some */
    static JsonNode whole(RunningSeikyu seikyu, String... kinds) {
        Reply accepted = seikyu.send("POST", "/v1/what-if/reproduction", seikyu.admin, "{}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String job = "/v1/jobs/" + accepted.json().get("jobId").asString() + "?atLeast=" + accepted.position();
        JsonNode told = seikyu.send("GET", job, seikyu.admin, null).json();
        while (told.path("status").asString().equals("RUNNING")) {
            RunningSeikyu.pause();
            told = seikyu.send("GET", job, seikyu.admin, null).json();
        }
        assertThat(told.path("status").asString()).as(told.toString()).isEqualTo("DONE");
        JsonNode result = told.get("result");
        assertThat(result.get("different").asLong()).as(result.toString()).isZero();
        for (String kind : kinds) {
            assertThat(result.at("/decisions/" + kind + "/reproduced").asLong())
                    .as(result.toString())
                    .isPositive();
        }
        return result;
    }
}
