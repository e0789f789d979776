package io.seikyu.command.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.command.CommandServer.Reply;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The last day of an approval passes by itself, in a sandbox whose days are short. */
@Timeout(300)
class ExpiryIT {
    private static final String YES = "{\"decision\": \"APPROVE\", \"reason\": \"seen\"}";

    @TempDir
    Path data;

    @Test
    void whatNobodyDecidedLapsesOnItsDayAndWhatWasDecidedDoesNot() {
        try (CommandServer server =
                CommandServer.start(data.resolve("clock"), TestMongo.uriFor(data), "--seikyu.sandbox=true")) {
            server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                    .expect(201);
            String reviewer = server.key("{\"roles\": [\"REVIEWER\"]}");
            String decided = ask(server, "102");
            decide(server, reviewer, decided).expect(200);
            String forgotten = ask(server, "103");

            pass(server, "P14D");
            assertThat(types(server, forgotten)).containsExactly("approval.requested");
            pass(server, "P2D");
            assertThat(types(server, forgotten)).containsExactly("approval.requested", "approval.expired");
            assertThat(types(server, decided)).doesNotContain("approval.expired");
            assertThat(decide(server, reviewer, forgotten).expect(409).text("code"))
                    .isEqualTo("approval-ended");
        }
    }

    private static String ask(CommandServer server, String branch) {
        return server.post(CommandServer.ADMIN, "/v1/clients/acme/amendments", """
                        {"effectiveFrom": "2026-05-01", "reason": "moved",
                         "changes": {"bankAccount": {"branch": "%s"}}}""".formatted(branch))
                .expect(202)
                .text("approvalId");
    }

    private static Reply decide(CommandServer server, String key, String id) {
        return server.post(key, "/v1/approvals/" + id + "/decision", YES, "Seikyu-Client", "acme");
    }

    private static void pass(CommandServer server, String days) {
        server.post(CommandServer.ADMIN, "/v1/sandbox/clock", "{\"advance\": \"" + days + "\"}")
                .expect(200);
    }

    private static List<String> types(CommandServer server, String id) {
        return server.log().readStream("acme/approval/" + id, 0, 20).stream()
                .map(event -> event.event().type())
                .toList();
    }
}
