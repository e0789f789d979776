package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Days pass in the program as it is started, both sides of it: what fell due is seen by who asks, without waiting. */
@Timeout(300)
class SandboxIT {
    private static final String CLOCK = "/v1/sandbox/clock";

    @TempDir
    private Path data;

    private RunningSeikyu seikyu;

    @Test
    void aHoldIsOverWhenItsLastDayIsAndTheQuestionsKnowIt() {
        try (RunningSeikyu running = RunningSeikyu.on(data, "--seikyu.sandbox=true")) {
            seikyu = running;
            seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
            JsonNode account = sample("accounts.json").get(0);
            seikyu.done("/v1/accounts", seikyu.admin, account);
            String payer = "/v1/accounts/" + account.get("accountId").stringValue();
            LocalDate today = LocalDate.ofInstant(now(), ZoneId.of("Asia/Tokyo"));
            hold(payer, "{\"holdId\": \"short\", \"reason\": \"-\", \"until\": \"" + today.plusDays(2) + "\"}");
            hold(payer, "{\"holdId\": \"lifted\", \"reason\": \"-\", \"until\": \"" + today.plusDays(9) + "\"}");
            hold(payer, "{\"holdId\": \"long\", \"reason\": \"-\"}");
            Reply lifted =
                    seikyu.send("DELETE", payer + "/holds/lifted", seikyu.admin, null, "Seikyu-Client", "minato");
            assertThat(lifted.status()).as(lifted.body()).isEqualTo(204);

            pass("P1D");
            assertThat(holds(payer)).isEqualTo("short long");
            pass("P2D");
            assertThat(holds(payer)).isEqualTo("long");
            pass("P3M");
            assertThat(holds(payer)).isEqualTo("long");
        }
    }

    private void hold(String payer, String body) {
        seikyu.done(payer + "/holds", seikyu.admin, JsonMapper.shared().readTree(body), "Seikyu-Client", "minato");
    }

    private void pass(String span) {
        seikyu.done(CLOCK, seikyu.admin, JsonMapper.shared().readTree("{\"advance\": \"" + span + "\"}"));
    }

    private Instant now() {
        return Instant.parse(
                seikyu.send("GET", CLOCK, seikyu.admin, null).json().get("now").stringValue());
    }

    private String holds(String payer) {
        StringBuilder holds = new StringBuilder();
        for (JsonNode hold :
                seikyu.send("GET", payer, seikyu.admin, null).json().get("holds")) {
            holds.append(holds.isEmpty() ? "" : " ").append(hold.get("holdId").stringValue());
        }
        return holds.toString();
    }
}
