package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.approval.ApprovalCommand.ExpireApproval;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.standalone.RunningSeikyu.Reply;
import io.seikyu.web.access.Tenancy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What needs a second person (承認), through the running program: asked for, decided by the right one, done once. */
@Timeout(180)
class ApprovalsIT {
    private static final String YES = "{\"decision\": \"APPROVE\", \"reason\": \"回収の見込みがない\"}";
    private static final String NO = "{\"decision\": \"REJECT\", \"reason\": \"もう一度電話する\"}";
    private static final String ALL = "{\"ground\": \"BANKRUPTCY\", \"reason\": \"破産手続開始\"}";

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static String operator;
    private static String clerkWhoReviews;
    private static String reviewer;
    private static String secondReviewer;
    private static String clientsPerson;
    private static String clientsSecondPerson;
    private static String foreignPerson;
    private static String credit;

    @BeforeAll
    static void aClientCompanyWhoseClaimsAreCollectedAndBought() {
        seikyu = RunningSeikyu.on(data);
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        seikyu.done("/v1/clients", seikyu.admin, with(sample("client.json"), "clientId", "other"));
        seikyu.done("/v1/accounts", seikyu.admin, sample("accounts.json").get(0));
        JsonNode contract = sample("contracts.json").get(0);
        seikyu.done("/v1/contracts", seikyu.admin, with(contract, "contractId", "collected", "claimHolder", "AGENT"));
        seikyu.done("/v1/contracts", seikyu.admin, with(contract, "contractId", "bought", "claimHolder", "PURCHASED"));
        operator = key("{\"roles\": [\"OPERATOR\"]}");
        clerkWhoReviews = key("{\"roles\": [\"OPERATOR\", \"REVIEWER\"]}");
        reviewer = key("{\"roles\": [\"REVIEWER\"]}");
        secondReviewer = key("{\"roles\": [\"REVIEWER\"]}");
        clientsPerson = key("{\"roles\": [\"CLIENT\"], \"clientId\": \"minato\"}");
        clientsSecondPerson = key("{\"roles\": [\"CLIENT\"], \"clientId\": \"minato\"}");
        foreignPerson = key("{\"roles\": [\"CLIENT\"], \"clientId\": \"other\"}");
        credit = key("{\"roles\": [\"CREDIT\"]}");
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            Reproduced.thenClose("approvals", seikyu, "credit-note", "coverage");
        }
    }

    @Test
    void aClaimOfTheClientIsGivenUpByNobodyButItsPerson() {
        issue("w1", "collected");
        Reply asked = post(operator, "/v1/invoices/w1/write-off", ALL);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().get("decider").stringValue()).isEqualTo("CLIENT");
        String id = approvalOf(asked);
        assertThat(asked.response().headers().firstValue("Location")).contains("/v1/approvals/" + id);

        JsonNode waiting = get(clientsPerson, "/v1/approvals?kind=WRITE_OFF&about=minato/invoice/w1")
                .at("/items/0");
        assertThat(waiting.get("approvalId").stringValue()).isEqualTo(id);
        assertThat(waiting.get("reason").stringValue()).isEqualTo("破産手続開始");
        assertThat(waiting.at("/facts/amount").stringValue()).isEqualTo("241880");
        assertThat(waiting.at("/facts/claimHolder").stringValue()).isEqualTo("AGENT");
        assertThat(waiting.get("decision").stringValue()).isEqualTo("POST /v1/approvals/" + id + "/decision");
        assertThat(get(reviewer, "/v1/tasks?about=minato/approval/" + id).get("items"))
                .isEmpty();

        for (String agency : List.of(reviewer, seikyu.admin)) {
            Reply wrong = decide(agency, id, YES);
            assertThat(wrong.status()).as(wrong.body()).isEqualTo(403);
            assertThat(wrong.code()).isEqualTo("not-for-this-role");
        }
        assertThat(get(operator, "/v1/invoices/w1").get("balance").stringValue())
                .isEqualTo("241880");

        Reply decided = decide(clientsPerson, id, YES);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("state").stringValue()).isEqualTo("CARRIED_OUT");
        JsonNode invoice = get(operator, "/v1/invoices/w1");
        assertThat(invoice.get("status").stringValue()).isEqualTo("WRITTEN_OFF");
        assertThat(invoice.get("balance").stringValue()).isEqualTo("0");
        assertThat(invoice.at("/writeOffs/0/approvalId").stringValue()).isEqualTo(id);
        JsonNode ended = get(operator, "/v1/approvals/" + id);
        assertThat(ended.get("state").stringValue()).isEqualTo("CARRIED_OUT");
        assertThat(ended.at("/end/reason").stringValue()).isEqualTo("回収の見込みがない");
        assertThat(ended.at("/end/approved").booleanValue()).isTrue();
        assertThat(hashesOf(asked, id, "approval.granted", "invoice.written-off", "approval.carried-out"))
                .as("one commit")
                .hasSize(1);

        Reply again = decide(clientsSecondPerson, id, YES);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("approval-ended");
        Reply nothing = post(operator, "/v1/invoices/w1/write-off", ALL);
        assertThat(nothing.code()).isEqualTo("nothing-open");
    }

    @Test
    void whoAsksDoesNotDecideWhateverTheKeyMayDo() {
        issue("f1", "bought");
        Reply asked = post(clerkWhoReviews, "/v1/invoices/f1/write-off", ALL);
        assertThat(asked.json().get("decider").stringValue()).as(asked.body()).isEqualTo("REVIEWER");
        String id = approvalOf(asked);
        assertThat(get(reviewer, "/v1/tasks?kind=DECIDE_APPROVAL&about=minato/approval/" + id)
                        .at("/items/0/decision")
                        .stringValue())
                .isEqualTo("POST /v1/approvals/" + id + "/decision");

        Reply own = decide(clerkWhoReviews, id, YES);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("four-eyes");
        assertThat(decide(clientsPerson, id, YES).code()).isEqualTo("not-for-this-role");

        Reply rejected = decide(reviewer, id, NO);
        assertThat(rejected.json().get("state").stringValue()).isEqualTo("REJECTED");
        JsonNode invoice = get(operator, "/v1/invoices/f1");
        assertThat(invoice.get("balance").stringValue()).isEqualTo("241880");
        assertThat(get(reviewer, "/v1/tasks?state=COMPLETED&about=minato/approval/" + id)
                        .at("/items/0/end/outcome")
                        .stringValue())
                .isEqualTo("REJECTED");
    }

    @Test
    void whatTheClientItselfAsksForNeedsThePersonOfTheAgency() {
        issue("c1", "collected");
        Reply asked = post(clientsPerson, "/v1/invoices/c1/write-off", ALL);
        assertThat(asked.json().get("decider").stringValue()).isEqualTo("REVIEWER");
        assertThat(decide(clientsSecondPerson, approvalOf(asked), YES).code()).isEqualTo("not-for-this-role");
        assertThat(decide(reviewer, approvalOf(asked), YES).json().get("state").stringValue())
                .isEqualTo("CARRIED_OUT");
    }

    @Test
    void anotherClientCompanySeesAndDecidesNothing() {
        issue("t1", "collected");
        Reply asked = post(operator, "/v1/invoices/t1/write-off", ALL);
        String id = approvalOf(asked);
        Reply seen = seikyu.send("GET", "/v1/approvals/" + id, foreignPerson, null);
        assertThat(seen.status()).isEqualTo(404);
        assertThat(get(foreignPerson, "/v1/approvals").get("items")).isEmpty();
        Reply decided = seikyu.send("POST", "/v1/approvals/" + id + "/decision", foreignPerson, YES);
        assertThat(decided.status()).as(decided.body()).isEqualTo(404);
        assertThat(decided.code()).isEqualTo("approval-not-found");
        assertThat(get(clientsPerson, "/v1/approvals/" + id).get("state").stringValue())
                .isEqualTo("WAITING");
    }

    @Test
    void whatWasPaidInBetweenIsNotWrittenOffAndTheApprovalSaysWhy() {
        issue("p1", "collected");
        String id = approvalOf(post(operator, "/v1/invoices/p1/write-off", ALL));
        post(operator, "/v1/receipts", """
                {"clientId": "minato", "bookedOn": "2026-06-05", "amount": 200000, "payerName": "ｱｵｿﾞﾗ",
                 "invoiceId": "p1"}""");

        Reply decided = decide(clientsPerson, id, YES);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("state").stringValue()).isEqualTo("NOT_CARRIED_OUT");
        assertThat(decided.json().at("/notDone/code").stringValue()).isEqualTo("write-off-above-balance");
        assertThat(decided.json().at("/notDone/detail").stringValue()).contains("41880");
        JsonNode invoice = get(operator, "/v1/invoices/p1");
        assertThat(invoice.get("status").stringValue()).isEqualTo("PARTLY_PAID");
        assertThat(invoice.get("balance").stringValue()).isEqualTo("41880");
        assertThat(invoice.get("writeOffs")).isEmpty();
        JsonNode ended =
                get(clientsPerson, "/v1/approvals?state=NOT_CARRIED_OUT").at("/items/0");
        assertThat(ended.get("approvalId").stringValue()).isEqualTo(id);
        assertThat(ended.at("/notDone/code").stringValue()).isEqualTo("write-off-above-balance");
        assertThat(ended.at("/end/approved").booleanValue()).isTrue();

        Reply part = post(
                operator,
                "/v1/invoices/p1/write-off",
                "{\"amount\": 1880, \"ground\": \"AGREED\", \"reason\": \"端数は請求しない\"}");
        Reply agreed = decide(clientsPerson, approvalOf(part), YES);
        JsonNode partly = get(operator, "/v1/invoices/p1");
        assertThat(partly.get("status").stringValue()).isEqualTo("PARTLY_PAID");
        assertThat(partly.get("balance").stringValue()).isEqualTo("40000");
    }

    @Test
    void moreThanIsOpenIsNotEvenAskedFor() {
        issue("m1", "collected");
        Reply asked = post(
                operator,
                "/v1/invoices/m1/write-off",
                "{\"amount\": 241881, \"ground\": \"SMALL\", \"reason\": \"x\"}");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.code()).isEqualTo("write-off-above-balance");
        assertThat(asked.json().at("/errors/0/pointer").stringValue()).isEqualTo("/amount");
        seikyu.done("/v1/invoices", seikyu.admin, invoice("m2", "collected"));
        assertThat(post(operator, "/v1/invoices/m2/write-off", ALL).code()).isEqualTo("invoice-not-issued");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoesAndItHappensOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                String invoice = "r" + round;
                issue(invoice, "bought");
                String id = approvalOf(post(operator, "/v1/invoices/" + invoice + "/write-off", ALL));
                List<Future<Reply>> both = IntStream.range(0, 2)
                        .mapToObj(i -> pool.submit(() -> decide(i == 0 ? reviewer : secondReviewer, id, YES)))
                        .toList();
                List<Reply> replies = List.of(both.get(0).get(), both.get(1).get());
                assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(200, 409);
                assertThat(replies.stream().map(Reply::code)).contains("approval-ended");
                Reply won = replies.stream()
                        .filter(reply -> reply.status() == 200)
                        .findFirst()
                        .orElseThrow();
                assertThat(get(operator, "/v1/invoices/" + invoice).get("writeOffs"))
                        .hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theSameDecisionSentAgainIsAnsweredAgain() {
        issue("i1", "bought");
        String id = approvalOf(post(operator, "/v1/invoices/i1/write-off", ALL));
        Reply first = decide(reviewer, id, YES, "Idempotency-Key", "once");
        Reply again = decide(reviewer, id, YES, "Idempotency-Key", "once");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void whatNobodyDecidedInTimeIsOver() {
        issue("e1", "collected");
        Reply asked = post(operator, "/v1/invoices/e1/write-off", ALL);
        String id = approvalOf(asked);
        LocalDate lastDay = LocalDate.parse(asked.json().get("expiresOn").stringValue());
        seikyu.bean(OwnCommands.class)
                .send("minato", "time", null, new ExpireApproval(new ApprovalId("minato", id), lastDay.plusDays(1)));

        Reply late = decide(clientsPerson, id, YES);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("approval-ended");
        assertThat(late.json().get("detail").stringValue()).contains("EXPIRED");
        assertThat(get(clientsPerson, "/v1/approvals/" + id).get("state").stringValue())
                .isEqualTo("EXPIRED");
    }

    @Test
    void whoAskedTakesItBackAndNobodyElse() {
        issue("b1", "collected");
        String id = approvalOf(post(operator, "/v1/invoices/b1/write-off", ALL));
        String path = "/v1/approvals/" + id + "/withdrawal";
        assertThat(post(clerkWhoReviews, path, "{\"reason\": \"x\"}").code()).isEqualTo("not-asked-by-you");
        Reply withdrawn = post(operator, path, "{\"reason\": \"入金の連絡があった\"}");
        assertThat(withdrawn.json().get("state").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(decide(clientsPerson, id, YES).code()).isEqualTo("approval-ended");
    }

    @Test
    void whatTheAgencyDeliberatesAloneIsNotThereForTheClient() {
        ApprovalId id = ask(NewApproval.of(
                        ApprovalKind.MEASURE,
                        Decider.CREDIT,
                        new ContractId("minato", "collected"),
                        "score 31",
                        LocalDate.of(2099, 12, 31))
                .showing(Map.of("bureauScore", "31")));
        Reply head = new Reply(
                seikyu.send("GET", "/v1/clients/minato", seikyu.admin, null).response());
        JsonNode known = get(credit, "/v1/approvals?kind=MEASURE");
        assertThat(known.at("/items/0/approvalId").stringValue()).isEqualTo(id.value());
        assertThat(known.at("/items/0/facts/bureauScore").stringValue()).isEqualTo("31");
        JsonNode task = get(credit, "/v1/tasks?kind=DECIDE_CREDIT").at("/items/0");
        assertThat(task.get("about").stringValue()).isEqualTo(id.toString());

        assertThat(get(clientsPerson, "/v1/approvals?kind=MEASURE").get("items"))
                .isEmpty();
        assertThat(get(clientsPerson, "/v1/tasks?kind=DECIDE_CREDIT").get("items"))
                .isEmpty();
        for (String path : List.of(
                "/v1/approvals/" + id.value(),
                "/v1/tasks/" + task.get("taskId").stringValue(),
                "/v1/audit/streams/approval/" + id.value(),
                "/v1/audit/streams/" + id)) {
            Reply reply = seikyu.send("GET", path, clientsPerson, null);
            assertThat(reply.status()).as(path + reply.body()).isEqualTo(404);
        }
        assertThat(decide(clientsPerson, id.value(), YES).status()).isEqualTo(404);
        for (String path : List.of("/v1/audit/events?limit=500", "/v1/events?limit=500")) {
            Reply reply = seikyu.send("GET", path, clientsPerson, null, "Accept", accept(path));
            assertThat(reply.status()).as(path + reply.body()).isEqualTo(200);
            assertThat(reply.body()).contains("contract.concluded").doesNotContain(id.value(), "bureauScore");
        }
    }

    @Test
    void aCreditNoteWaitsAmongTheApprovalsAndIsDecidedAtEitherDoor() {
        issue("n1", "collected");
        creditNote("n1", "here");
        JsonNode waiting = get(clientsPerson, "/v1/approvals?kind=CREDIT_NOTE&about=minato/credit-note/here")
                .at("/items/0");
        String id = waiting.get("approvalId").stringValue();
        assertThat(waiting.get("decider").stringValue()).isEqualTo("REVIEWER_OR_CLIENT");
        assertThat(waiting.at("/facts/amount").stringValue()).isEqualTo("9244");
        assertThat(decide(seikyu.admin, id, YES).code()).isEqualTo("four-eyes");
        Reply decided = decide(clientsPerson, id, YES);
        assertThat(decided.json().get("state").stringValue()).as(decided.body()).isEqualTo("CARRIED_OUT");
        assertThat(get(operator, "/v1/credit-notes/here").get("status").stringValue())
                .isEqualTo("ISSUED");
        assertThat(get(operator, "/v1/invoices/n1").get("balance").stringValue())
                .isEqualTo("232636");
        assertThat(get(operator, "/v1/tasks?kind=REVIEW_CREDIT_NOTE&state=COMPLETED&about=minato/credit-note/here")
                        .at("/items/0/end/outcome")
                        .stringValue())
                .isEqualTo("APPROVED");

        creditNote("n1", "there");
        Reply atItsOwn = post(reviewer, "/v1/credit-notes/there/decision", NO);
        assertThat(atItsOwn.status()).as(atItsOwn.body()).isEqualTo(200);
        JsonNode ended = get(operator, "/v1/approvals?state=REJECTED&about=minato/credit-note/there")
                .at("/items/0");
        assertThat(decide(clientsPerson, ended.get("approvalId").stringValue(), YES)
                        .code())
                .isEqualTo("approval-ended");

        creditNote("n1", "back");
        String third = get(operator, "/v1/approvals?about=minato/credit-note/back")
                .at("/items/0/approvalId")
                .stringValue();
        assertThat(decide(reviewer, third, NO).json().get("state").stringValue())
                .isEqualTo("REJECTED");
        assertThat(get(operator, "/v1/credit-notes/back").get("status").stringValue())
                .isEqualTo("REJECTED");
    }

    private static void creditNote(String invoice, String id) {
        Reply written = post(seikyu.admin, "/v1/invoices/" + invoice + "/credit-notes", """
                {"creditNoteId": "%s", "number": "CN-%s", "issueDate": "2026-06-10", "returnDate": "2026-06-09",
                 "reason": "torn", "ground": "RETURN",
                 "lines": [{"code": "RICE-10", "description": "米", "quantity": 2, "unitPrice": 4280, "amount": 8560,
                            "taxCategory": "REDUCED"}],
                 "taxes": [{"taxCategory": "REDUCED", "rate": 8, "taxable": 8560, "tax": 684}], "total": 9244}""".formatted(id, id));
        assertThat(written.json().get("status").stringValue())
                .as(written.body())
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void anotherBankAccountOfTheClientHoldsOnlyWhenASecondPersonHasLookedAtIt() {
        JsonNode before = get(seikyu.admin, "/v1/clients/minato");
        Reply asked = seikyu.send("POST", "/v1/clients/minato/amendments", seikyu.admin, """
                {"effectiveFrom": "2026-06-01", "reason": "取引銀行の変更",
                 "changes": {"email": "new@minato.example", "bankAccount": {"number": "7777777"}}}""");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String id = approvalOf(asked);
        JsonNode waiting = get(reviewer, "/v1/approvals/" + id);
        assertThat(waiting.get("kind").stringValue()).isEqualTo("BANK_ACCOUNT_CHANGE");
        assertThat(waiting.at("/facts/number").stringValue()).isEqualTo("7777777");
        assertThat(waiting.at("/facts/formerNumber").stringValue())
                .isEqualTo(before.at("/bankAccount/number").stringValue());
        JsonNode between = get(seikyu.admin, "/v1/clients/minato");
        assertThat(between.get("email").stringValue()).isEqualTo("new@minato.example");
        assertThat(between.get("bankAccount")).isEqualTo(before.get("bankAccount"));

        assertThat(decide(seikyu.admin, id, YES).code()).isEqualTo("four-eyes");
        Reply decided = decide(reviewer, id, YES);
        assertThat(decided.json().get("state").stringValue()).as(decided.body()).isEqualTo("CARRIED_OUT");
        JsonNode after = get(seikyu.admin, "/v1/clients/minato");
        assertThat(after.at("/bankAccount/number").stringValue()).isEqualTo("7777777");
        assertThat(after.at("/bankAccount/bank")).isEqualTo(before.at("/bankAccount/bank"));
        assertThat(after.get("email").stringValue()).isEqualTo("new@minato.example");
    }

    @Test
    void aBankAccountThatALaterAmendmentOvertookIsNotCarriedOut() {
        String path = "/v1/clients/other/amendments";
        String id = approvalOf(
                seikyu.send(
                        "POST",
                        path,
                        seikyu.admin,
                        "{\"effectiveFrom\": \"2026-06-01\", \"reason\": \"x\", \"changes\": {\"bankAccount\": {\"branch\": \"999\"}}}"));
        Reply later = seikyu.send(
                "POST",
                path,
                seikyu.admin,
                "{\"effectiveFrom\": \"2026-07-01\", \"reason\": \"x\", \"changes\": {\"name\": \"別の名前\"}}");
        assertThat(later.status()).as(later.body()).isEqualTo(200);
        Reply decided =
                seikyu.send("POST", "/v1/approvals/" + id + "/decision", reviewer, YES, Tenancy.HEADER, "other");
        assertThat(decided.json().at("/notDone/code").stringValue())
                .as(decided.body())
                .isEqualTo("amendment-out-of-order");
        assertThat(get(seikyu.admin, "/v1/clients/other")
                        .at("/bankAccount/branch")
                        .stringValue())
                .isNotEqualTo("999");
    }

    @Test
    void theClientAgreesBeforehandAndMayTakeItBack() {
        String path = "/v1/contracts/collected/standing-approvals";
        String body = "{\"standingApprovalId\": \"s1\", \"upToStage\": \"R3\", \"until\": \"2099-12-31\"}";
        Reply inItsPlace = post(seikyu.admin, path, body);
        assertThat(inItsPlace.status()).isEqualTo(403);
        assertThat(inItsPlace.code()).isEqualTo("not-for-this-role");
        Reply agreed = post(clientsPerson, path, body);
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(201);
        assertThat(get(operator, "/v1/contracts/collected")
                        .at("/standingApprovals/0/upToStage")
                        .stringValue())
                .isEqualTo("R3");
        for (String wrong : List.of(
                "{\"upToStage\": \"R5\", \"until\": \"2099-12-31\"}",
                "{\"upToStage\": \"R3\", \"until\": \"2020-01-01\"}")) {
            assertThat(post(clientsPerson, path, wrong).status()).isEqualTo(422);
        }

        Reply revoked = seikyu.send("DELETE", path + "/s1", clientsPerson, null);
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(204);
        assertThat(get(operator, "/v1/contracts/collected")
                        .at("/standingApprovals/0/revokedAt")
                        .isString())
                .isTrue();
        assertThat(seikyu.send("DELETE", path + "/s9", clientsPerson, null).code())
                .isEqualTo("standing-approval-not-found");
    }

    private static String accept(String path) {
        return path.startsWith("/v1/events") ? "application/x-ndjson" : "application/json";
    }

    /** As a command of the agency would. */
    private static ApprovalId ask(NewApproval approval) {
        return DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("asked"))
                .executeWithResult(() -> seikyu.bean(Approvals.class).ask(approval))
                .getPayload();
    }

    private static ObjectNode invoice(String id, String contract) {
        return with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                id,
                "invoiceNumber",
                "N-" + id,
                "contractId",
                contract,
                "dueDate",
                "2026-06-01");
    }

    /** Whatever the review doubts of equal invoices, a person approves it. */
    private static void issue(String id, String contract) {
        Reply submitted = seikyu.done("/v1/invoices", seikyu.admin, invoice(id, contract));
        if (submitted.json().get("status").stringValue().equals("IN_REVIEW")) {
            post(reviewer, "/v1/invoices/" + id + "/decision", YES);
        }
        Reply issued = post(operator, "/v1/invoices/" + id + "/issue", "{\"deliverBy\": \"CLIENT\"}");
        assertThat(issued.status()).as(submitted.body() + issued.body()).isEqualTo(200);
    }

    private static String approvalOf(Reply asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return asked.json().get("approvalId").stringValue();
    }

    private static Reply decide(String key, String id, String body, String... headers) {
        return key.equals(clientsPerson) || key.equals(clientsSecondPerson)
                ? seikyu.send("POST", "/v1/approvals/" + id + "/decision", key, body, headers)
                : seikyu.send(
                        "POST",
                        "/v1/approvals/" + id + "/decision",
                        key,
                        body,
                        IntStream.range(0, headers.length + 2)
                                .mapToObj(i -> i < headers.length
                                        ? headers[i]
                                        : i == headers.length ? Tenancy.HEADER : "minato")
                                .toArray(String[]::new));
    }

    private static List<String> hashesOf(Reply since, String approval, String... types) {
        Reply reply = seikyu.send(
                "GET", "/v1/audit/events?limit=500&tenant=minato&after=" + since.position(), seikyu.admin, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<JsonNode> events = StreamSupport.stream(reply.json().get("items").spliterator(), false)
                .filter(event -> List.of(types).contains(event.get("type").stringValue()))
                .filter(event -> event.at("/payload/approvalId").stringValue().equals(approval))
                .toList();
        assertThat(events).hasSize(types.length);
        return events.stream()
                .map(event -> event.get("hash").stringValue())
                .distinct()
                .toList();
    }

    private static Reply post(String key, String path, String body) {
        return key.equals(clientsPerson)
                ? seikyu.send("POST", path, key, body)
                : seikyu.send("POST", path, key, body, Tenancy.HEADER, "minato");
    }

    private static JsonNode get(String key, String path) {
        String separator = path.contains("?") ? "&" : "?";
        Reply reply =
                seikyu.send("GET", path + separator + "atLeast=" + seikyu.log().head(), key, null);
        assertThat(reply.status()).as(path + ": " + reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, JsonMapper.shared().readTree(body))
                .json()
                .get("key")
                .stringValue();
    }
}
