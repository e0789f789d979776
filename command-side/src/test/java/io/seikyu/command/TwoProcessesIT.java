package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two command sides on one MongoDB, which share nothing but the log. */
class TwoProcessesIT {
    @TempDir
    static Path data;

    static TestMongo mongo;
    static CommandServer one;
    static CommandServer two;
    static String operator;

    @BeforeAll
    static void twoCommandSides() {
        mongo = TestMongo.fresh();
        one = CommandServer.start(data.resolve("one"), mongo.uri());
        two = CommandServer.start(data.resolve("two"), mongo.uri());
        one.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                .expect(201);
        operator = one.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        two.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
        one.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1")).expect(201);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        mongo.close();
    }

    @Test
    void whatOneDidTheOtherDecidesOn() {
        submit(one, null, "turns", "TURNS").expect(201);
        two.post(operator, "/v1/invoices/turns/issue", "{}").expect(200);
        one.post(operator, "/v1/receipts", Bodies.receipt("acme", "t1", "turns", "60000"))
                .expect(201);
        Reply rest = two.post(operator, "/v1/receipts", Bodies.receipt("acme", "t2", "turns", "1000"));

        assertThat(rest.json().at("/allocations/0/amount").asString()).isEqualTo("790");
        assertThat(one.post(operator, "/v1/invoices/turns/issue", "{}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("already-issued");
    }

    @Test
    void anAmendmentByOneCountsAtOnceForTheOther() {
        submit(two, null, "before", "BEFORE").expect(201);
        one.post(operator, "/v1/contracts", Bodies.contract("acme", "c2", "a1")).expect(201);
        String limit =
                "{\"effectiveFrom\": \"2026-04-01\", \"reason\": \"-\", \"changes\": {\"approvalLimit\": \"1\"}}";
        two.post(operator, "/v1/contracts/c2/amendments", limit).expect(200);
        String body = Bodies.invoice("acme", "after", "AFTER", LocalDate.of(2026, 4, 30))
                .put("contractId", "c2")
                .toString();

        assertThat(one.post(operator, "/v1/invoices", body).expect(201).text("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void aPolicyThatOnePublishesIsTheOthersAtOnce() {
        String shipped = ShippedPolicies.text(PolicyKind.REVIEW);
        publish(one, shipped + "overrides: [{client: acme, contract: c7, approvalLimit: 1}]\n");
        one.post(operator, "/v1/contracts", Bodies.contract("acme", "c7", "a1")).expect(201);
        String body = Bodies.invoice("acme", "limited", "LIMITED")
                .put("contractId", "c7")
                .toString();

        Reply reply = two.post(operator, "/v1/invoices", body).expect(201);

        assertThat(reply.json().at("/findings/0/code").asString()).isEqualTo("ABOVE_APPROVAL_LIMIT");
        publish(two, shipped);
        String next = Bodies.invoice("acme", "unlimited", "UNLIMITED")
                .put("contractId", "c7")
                .toString();
        assertThat(one.post(operator, "/v1/invoices", next).expect(201).text("status"))
                .isEqualTo("APPROVED");
    }

    private static void publish(CommandServer server, String text) {
        server.send(CommandServer.ADMIN, "PUT", "/v1/policies/review/default", text, "Content-Type", "application/yaml")
                .expect(200);
    }

    @Test
    void oneRequestSentToBothIsDecidedOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = "BOTH-" + round;
            List<Reply> replies = Parallel.times(2, i -> submit(i == 0 ? one : two, number, null, number));

            assertThat(replies).allMatch(reply -> reply.status() == 201);
            assertThat(replies.get(0).response().body())
                    .isEqualTo(replies.get(1).response().body());
            assertThat(replies.stream().map(reply -> reply.header("Idempotent-Replayed")))
                    .containsExactlyInAnyOrder(null, "true");
        }
    }

    @Test
    void ofTwoInvoicesWithOneNumberOneHasIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = "NUMBER-" + round;
            List<Reply> replies = Parallel.times(2, i -> submit(i == 0 ? one : two, null, number + i, number));

            assertThat(replies.stream().map(reply -> reply.text("status")))
                    .containsExactlyInAnyOrder("APPROVED", "DISCREPANT");
        }
    }

    @Test
    void ofTwoThatClaimTheSameOneGoesToAPerson() throws Exception {
        for (int round = 0; round < 5; round++) {
            LocalDate day = LocalDate.of(2027, 1, 4).plusDays(round);
            String number = "SAME-" + round + "-";
            List<Reply> replies = Parallel.times(
                    2,
                    i -> (i == 0 ? one : two)
                            .post(
                                    operator,
                                    "/v1/invoices",
                                    Bodies.invoice("acme", number + i, number + i, day)
                                            .toString()));

            assertThat(replies.stream().map(reply -> reply.text("status")))
                    .containsExactlyInAnyOrder("APPROVED", "IN_REVIEW");
            assertThat(replies.stream()
                            .map(reply -> reply.json().at("/findings/0/code").asString()))
                    .contains("DUPLICATE_CONTENT");
        }
    }

    @Test
    void paymentsThroughBothAddUp() throws Exception {
        submit(one, null, "shared", "SHARED").expect(201);
        one.post(operator, "/v1/invoices/shared/issue", "{}").expect(200);

        List<Reply> replies = Parallel.times(
                8,
                i -> (i % 2 == 0 ? one : two)
                        .post(operator, "/v1/receipts", Bodies.receipt("acme", "s" + i, "shared", "10000")));

        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream()
                        .mapToInt(reply ->
                                reply.json().at("/allocations/0/amount").asInt(0))
                        .sum())
                .isEqualTo(60_790);
    }

    private static Reply submit(CommandServer server, String key, String id, String number) {
        String body = Bodies.invoice("acme", id, number).toString();
        return key == null
                ? server.post(operator, "/v1/invoices", body)
                : server.post(operator, "/v1/invoices", body, "Idempotency-Key", key);
    }
}
