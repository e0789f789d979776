package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.eventlog.NewEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request, sent again: after a lost answer, at the same time, after a restart. */
class IdempotencyIT {
    @TempDir
    static Path data;

    static CommandServer server;
    static String system;
    static String operator;

    @BeforeAll
    static void aClientCompanyWithAPayerAndAContract() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", true))
                .expect(201);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("other", true))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"]}");
        system = server.key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"acme\"}");
        for (String client : List.of("acme", "other")) {
            server.post(operator, "/v1/accounts", Bodies.account(client, "a1")).expect(201);
            server.post(operator, "/v1/contracts", Bodies.contract(client, "c1", "a1"))
                    .expect(201);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswer() {
        Reply first = submit("k1", null, "K1").expect(201);
        Reply again = submit("k1", null, "K1").expect(201);

        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.text("invoiceId")).isNotEmpty();
        for (String header : List.of("Location", "ETag", "Seikyu-Position", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    @Test
    void theAnswerIsOneCommitWithWhatItAnswers() {
        long position = submit("k2", "k2", "K2").expect(201).position();

        assertThat(server.log().read(position, 1).get(0).commit().events())
                .extracting(event -> event.type())
                .contains("invoice.submitted", "request.answered");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        submit("k3", "k3", "K3").expect(201);

        assertThat(submit("k3", "k3", "K3-other").expect(422).text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void theKeyIsTheSendersTheTenantsAndTheRoutesOwn() {
        submit("k4", "k4", "K4").expect(201);
        String colleague = server.key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"acme\"}");

        server.post(colleague, "/v1/invoices", invoice("acme", "k4-b", "K4-B"), "Idempotency-Key", "k4")
                .expect(201);
        server.post(operator, "/v1/invoices", invoice("acme", "k4-c", "K4-C"), "Idempotency-Key", "k4")
                .expect(201);
        server.post(operator, "/v1/invoices", invoice("other", "k4-d", "K4-D"), "Idempotency-Key", "k4")
                .expect(201);
        server.post(
                        operator,
                        "/v1/invoices/k4/cancellation",
                        "{\"reason\": \"-\"}",
                        "Idempotency-Key",
                        "k4",
                        "Seikyu-Client",
                        "acme")
                .expect(200);
    }

    @Test
    void aDecidedRefusalIsAnsweredAgainAndChangedNothing() {
        submit(null, "taken", "TAKEN").expect(201);
        long before = eventsOfAcme();
        Reply refused = submit("k5", "taken", "K5").expect(409);
        long after = eventsOfAcme();
        Reply again = submit("k5", "taken", "K5").expect(409);

        assertThat(after).isEqualTo(before + 1);
        assertThat(eventsOfAcme()).isEqualTo(after);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(refused.response().body());
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatWasNeverDecidedMayBeTriedAgainUnderTheSameKey() {
        String unknownPayer = invoice("acme", "k6", "K6").replace("\"a1\"", "\"not-yet\"");
        server.post(system, "/v1/invoices", "{", "Idempotency-Key", "k6").expect(400);
        assertThat(server.post(system, "/v1/invoices", unknownPayer, "Idempotency-Key", "k6")
                        .expect(404)
                        .header("Idempotent-Replayed"))
                .isNull();
        server.post(system, "/v1/invoices", "{}", "Idempotency-Key", "k6").expect(422);

        submit("k6", "k6", "K6").expect(201);
    }

    @Test
    void aSecretIsShownOnce() {
        String wanted = "{\"roles\": [\"AUDITOR\"]}";
        String key = server.post(CommandServer.ADMIN, "/v1/api-keys", wanted, "Idempotency-Key", "k7")
                .expect(201)
                .text("key");

        assertThat(server.post(CommandServer.ADMIN, "/v1/api-keys", wanted, "Idempotency-Key", "k7")
                        .expect(409)
                        .text("code"))
                .isEqualTo("secret-already-shown");
        assertThat(wholeLog()).doesNotContain(key);
    }

    @Test
    void theLogHoldsNeitherTheClientsKeyNorAPlainDigestOfTheBody() {
        submit("a-key-of-the-client", "k8", "K8").expect(201);

        assertThat(wholeLog()).doesNotContain("a-key-of-the-client").contains("\"digest\":");
    }

    @Test
    void keysThatAreNoneAreRefused() {
        assertThat(submit("x".repeat(255), "k9", "K9").status()).isEqualTo(201);
        assertThat(submit("x".repeat(256), "k10", "K10").expect(400).text("code"))
                .isEqualTo("malformed-header");
    }

    @Test
    void ofManyAtTheSameTimeOneIsDecidedAndTheOthersHearOfIt() throws Exception {
        List<Reply> replies = Parallel.times(16, i -> submit("k11", null, "K11"));

        assertThat(replies).allMatch(reply -> reply.status() == 201 || reply.status() == 409);
        assertThat(replies.stream().filter(reply -> reply.status() == 409))
                .allMatch(reply -> reply.text("code").equals("idempotency-in-progress"));
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(reply -> reply.text("invoiceId"))
                        .distinct())
                .hasSize(1);
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(reply -> reply.header("Idempotent-Replayed"))
                        .filter(Objects::isNull))
                .hasSize(1);
    }

    @Test
    void anAnswerOutlivesTheProcess() {
        Reply first = submit("k12", null, "K12").expect(201);
        server.close();
        server = CommandServer.start(data);

        Reply again = submit("k12", null, "K12").expect(201);

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(submit("k12", null, "K12-other").expect(422).text("code")).isEqualTo("idempotency-key-reused");
    }

    private static Reply submit(String key, String id, String number) {
        String body = invoice("acme", id, number);
        return key == null
                ? server.post(system, "/v1/invoices", body)
                : server.post(system, "/v1/invoices", body, "Idempotency-Key", key);
    }

    private static String invoice(String client, String id, String number) {
        return Bodies.invoice(client, id, number).toString();
    }

    /** Without those of the agency: the program itself may note something meanwhile. */
    /** But for what the program does by itself meanwhile. */
    /** Those of requests: what else follows from an invoice comes when it comes. */
    private static long eventsOfAcme() {
        return server.log().read(0, Integer.MAX_VALUE).stream()
                .filter(commit -> commit.commit().tenant().equals("acme"))
                .flatMap(commit -> commit.commit().events().stream())
                .map(NewEvent::type)
                .filter(type -> type.equals("request.answered")
                        || type.startsWith("invoice.") && !type.equals("invoice.delivery-recorded"))
                .count();
    }

    private static String wholeLog() {
        StringBuilder all = new StringBuilder();
        server.log().read(0, Integer.MAX_VALUE).forEach(commit -> {
            all.append(commit.commit().claims());
            commit.commit()
                    .events()
                    .forEach(event -> all.append(new String(event.payload(), StandardCharsets.UTF_8))
                            .append(new String(event.metadata(), StandardCharsets.UTF_8)));
        });
        return all.toString();
    }
}
