package io.seikyu.command.webhook;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer;
import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.webhook.Receiver.Message;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.mongo.TestMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other systems are told of events, over real sockets. */
@Timeout(240)
class WebhooksIT {
    private static final String PRIVATE_TOO = "--seikyu.webhooks-to-private-addresses=true";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static CommandServer server;
    private static int tests;

    private Receiver receiver;
    private String acme;
    private String beta;

    @BeforeAll
    static void startServer() {
        server = server();
    }

    private static CommandServer server() {
        return CommandServer.start(data, TestMongo.uriFor(data), PRIVATE_TOO);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** Each test has client companies of its own. */
    @BeforeEach
    void start() throws IOException {
        receiver = Receiver.start();
        tests++;
        acme = "acme" + tests;
        beta = "beta" + tests;
        for (String client : List.of(acme, beta)) {
            server.post(CommandServer.ADMIN, "/v1/clients", client(client)).expect(201);
        }
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void theReceiverIsToldOfItsClientsEventsInOrderAndSigned() {
        String secret = subscribe(acme, "w1", "[]").text("secret");
        amend(acme, "a@example.com");
        amend(beta, "b@example.com");
        amend(acme, "c@example.com");

        await(() -> receiver.messages().size() == 2);

        assertThat(receiver.messages()).allSatisfy(message -> {
            assertThat(message.isSignedWith(secret)).isTrue();
            assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
            assertThat(message.type()).isEqualTo("client.amended");
        });
        assertThat(emails()).containsExactly("a@example.com", "c@example.com");
        assertThat(new String(receiver.messages().get(0).body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(beta)
                .doesNotContain("whsec_");
    }

    @Test
    void onlyTheEventsThatAreWantedAreTold() {
        subscribe(acme, "w1", "[\"account.opened\"]");
        amend(acme, "a@example.com");
        server.post(CommandServer.ADMIN, "/v1/accounts", """
                {"accountId": "p1", "clientId": "%s", "name": "株式会社払", "nameKana": "カ）ハライ", "corporate": true}
                """.formatted(acme)).expect(201);

        await(() -> !receiver.messages().isEmpty());
        assertThat(receiver.messages()).extracting(Message::type).containsExactly("account.opened");
    }

    @Test
    void whatWasNotTakenComesAgainWithTheSameIdAndNothingOvertakesIt() {
        receiver.answer(500, 404);
        subscribe(acme, "w1", "[]");
        amend(acme, "a@example.com");
        amend(acme, "b@example.com");

        await(() -> receiver.messages().size() >= 4);

        assertThat(receiver.messages()).hasSize(4);
        assertThat(receiver.messages().stream().limit(3).map(Message::id).collect(toSet()))
                .hasSize(1);
        assertThat(emails()).containsExactly("a@example.com", "a@example.com", "a@example.com", "b@example.com");
    }

    @Test
    void afterARestartItGoesOnWhereItWas() {
        subscribe(acme, "w1", "[]");
        amend(acme, "a@example.com");
        await(() -> receiver.messages().size() == 1);
        server.close();
        server = server();
        amend(acme, "b@example.com");

        await(() -> emails().contains("b@example.com"));
        // derived data of these tests is lost with the process: what was told before may be told again, with its id
        assertThat(receiver.messages().stream().map(Message::id).collect(toSet()))
                .hasSize(2);
    }

    @Test
    void whoWantsThePastIsToldOfIt() {
        amend(acme, "a@example.com");
        server.post(CommandServer.ADMIN, "/v1/webhooks", """
                {"webhookId": "w1", "clientId": "%s", "url": "%s", "after": -1}
                """.formatted(acme, receiver.url()))
                .expect(201);

        await(() -> receiver.messages().size() == 2);
        assertThat(receiver.messages())
                .extracting(Message::type)
                .containsExactly("client.registered", "client.amended");
    }

    @Test
    void nothingIsToldWhileSendingIsStoppedAndNothingIsForgotten() {
        subscribe(acme, "w1", "[\"client.amended\"]");
        subscribe(beta, "w2", "[\"client.amended\"]");
        server.post(CommandServer.ADMIN, "/v1/sending/stop", """
                {"clientId": "%s", "reason": "because"}""".formatted(acme))
                .expect(204);
        amend(acme, "a@example.com");
        amend(beta, "b@example.com");
        await(() -> !receiver.messages().isEmpty());
        assertThat(emails()).containsExactly("b@example.com");

        server.post(CommandServer.ADMIN, "/v1/sending/resume", """
                {"clientId": "%s", "reason": "because"}""".formatted(acme))
                .expect(204);
        await(() -> receiver.messages().size() == 2);
        assertThat(emails()).containsExactly("b@example.com", "a@example.com");
    }

    @Test
    void ofTwoProcessesOneTells() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                CommandServer first = CommandServer.start(data.resolve("1"), mongo.uri(), PRIVATE_TOO);
                CommandServer second = CommandServer.start(data.resolve("2"), mongo.uri(), PRIVATE_TOO)) {
            first.post(CommandServer.ADMIN, "/v1/clients", client(acme)).expect(201);
            subscribe(first, acme, "w1", "[]");
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                amend(i % 2 == 0 ? first : second, acme, "a" + i + "@example.com");
                expected.add("a" + i + "@example.com");
            }
            await(() -> receiver.messages().size() >= expected.size());
            assertThat(emails()).isEqualTo(expected);
        }
    }

    @Test
    void oneThatWasRemovedHearsNothingMore() {
        subscribe(acme, "w1", "[]");
        subscribe(acme, "w2", "[]");
        server.send(CommandServer.ADMIN, "DELETE", "/v1/webhooks/w1", null, "Seikyu-Client", acme)
                .expect(204);
        amend(acme, "a@example.com");

        await(() -> !receiver.messages().isEmpty());
        assertThat(receiver.messages()).extracting(Message::id).allMatch(id -> id.startsWith("w2."));
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() throws IOException {
        try (Receiver elsewhere = Receiver.start()) {
            receiver.answer(302, 307);
            receiver.redirectTo(elsewhere.url());
            subscribe(acme, "w1", "[]");
            amend(acme, "a@example.com");

            await(() -> receiver.messages().size() == 3);
            assertThat(elsewhere.messages()).isEmpty();
        }
    }

    @Test
    void neighboursCannotBeSubscribedAndWhatNamesLeadToIsLookedAt() {
        Path apart = data.resolve("apart");
        try (CommandServer strict = CommandServer.start(apart, TestMongo.uriFor(apart))) {
            strict.post(CommandServer.ADMIN, "/v1/clients", client(acme)).expect(201);
            for (String url : List.of(
                    receiver.url(),
                    "https://127.0.0.1/x",
                    "https://[::1]/x",
                    "https://169.254.169.254/latest",
                    "https://localhost/x",
                    "https://user:pass@example.com/x",
                    "ftp://example.com/x",
                    "not an address",
                    "https:///x")) {
                Reply reply = strict.post(CommandServer.ADMIN, "/v1/webhooks", """
                        {"clientId": "%s", "url": "%s"}""".formatted(acme, url));
                assertThat(reply.status()).as(url).isEqualTo(422);
                assertThat(reply.json().get("errors").get(0).get("pointer").stringValue())
                        .isEqualTo("/url");
            }
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Reply reply = server.post(CommandServer.ADMIN, "/v1/webhooks", """
                {"clientId": "%s", "url": "https:///x", "events": ["invoice.issued", "nonsense"], "after": 1000000}
                """.formatted(acme))
                .expect(422);
        assertThat(reply.json()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("pointer").stringValue()))
                .containsExactlyInAnyOrder("/url", "/events/1", "/after");
    }

    private Reply subscribe(String client, String id, String events) {
        return subscribe(server, client, id, events);
    }

    private Reply subscribe(CommandServer at, String client, String id, String events) {
        return at.post(CommandServer.ADMIN, "/v1/webhooks", """
                {"webhookId": "%s", "clientId": "%s", "url": "%s", "events": %s}
                """.formatted(id, client, receiver.url(), events))
                .expect(201);
    }

    private static void amend(String client, String email) {
        amend(server, client, email);
    }

    private static void amend(CommandServer at, String client, String email) {
        at.post(CommandServer.ADMIN, "/v1/clients/" + client + "/amendments", """
                {"effectiveFrom": "2026-06-01", "reason": "because", "changes": {"email": "%s"}}
                """.formatted(email))
                .expect(200);
    }

    private List<String> emails() {
        return receiver.messages().stream()
                .map(message -> message.json().at("/payload/details/email").asString())
                .toList();
    }

    private static String client(String id) {
        return """
                {"clientId": "%s", "name": "株式会社%s", "corporate": true, "email": "x@example.com",
                 "bankAccount": {"bank": "0001", "branch": "001", "kind": "1", "number": "1234567",
                                 "holder": "カ）テスト"}}
                """.formatted(id, id);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about within " + LONG);
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
