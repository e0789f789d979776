package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The main job over HTTP, on a real log: what a client company hands in, what people decide, what is paid. */
class MainJobIT {
    private static final String WHOSE_MONEY = """
            {"receiptId": "r0", "clientId": "acme", "bookedOn": "2026-05-25", "amount": "790", "payerName": "?"}""";

    @TempDir
    static Path data;

    static CommandServer server;
    static String operator;
    static String system;
    static String reviewer;

    @BeforeAll
    static void aClientCompanyWithAPayerAndAContract() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                .expect(201);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("other", false))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        reviewer = server.key("{\"roles\": [\"REVIEWER\"], \"grants\": [\"acme\"]}");
        system = server.key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"acme\"}");
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anInvoiceGoesFromSubmissionToTheLastYen() {
        Reply submitted = submit("full", "FULL-1").expect(201);
        assertThat(submitted.text("status")).isEqualTo("APPROVED");
        assertThat(submitted.json().get("findings").isEmpty()).isTrue();
        assertThat(submitted.header("Location")).isEqualTo("/v1/invoices/full");
        assertThat(submitted.header("ETag")).isEqualTo("\"2\"");

        assertThat(act("full", "issue", "{}").expect(200).text("status")).isEqualTo("ISSUED");

        Reply part = pay("r-full-1", "full", "790").expect(201);
        assertThat(part.text("status")).isEqualTo("ALLOCATED");
        assertThat(pay("r-full-2", "full", "60001")
                        .expect(201)
                        .json()
                        .at("/allocations/0/amount")
                        .asString())
                .isEqualTo("60000");
        Reply again = pay("r-full-3", "full", "5").expect(201);
        assertThat(again.text("status")).isEqualTo("UNMATCHED");

        assertThat(types("acme/invoice/full"))
                // the mail leaves meanwhile
                .filteredOn(type -> !type.equals("invoice.delivery-recorded"))
                .containsExactly(
                        "invoice.submitted",
                        "invoice.reviewed",
                        "invoice.approved",
                        "invoice.issued",
                        "invoice.delivery-requested",
                        "invoice.payment-received",
                        "invoice.payment-received",
                        "invoice.paid");
        assertThat(types("acme/receipt/r-full-2"))
                .containsExactly("receipt.recorded", "receipt.allocated", "receipt.kept-unapplied");
        assertThat(types("acme/receipt/r-full-3")).containsExactly("receipt.recorded", "receipt.kept-unapplied");
    }

    @Test
    void submissionAndReviewAreOneCommitAndSoAreReceiptAndPayment() {
        long submitted = submit("one", "ONE-1").expect(201).position();
        act("one", "issue", "{}").expect(200);
        long paid = pay("r-one", "one", "60790").expect(201).position();

        assertThat(commitTypes(submitted))
                .containsExactly(
                        "invoice.submitted",
                        "invoice.reviewed",
                        "invoice.approved",
                        "account.invoice-entered",
                        "account.claim-moved");
        assertThat(commitTypes(paid))
                .containsExactly(
                        "receipt.recorded",
                        "invoice.payment-received",
                        "invoice.paid",
                        "account.claim-moved",
                        "receipt.allocated");
    }

    @Test
    void aWrongInvoiceIsCorrectedAndReviewedAgain() {
        ObjectNode wrong = Bodies.invoice("acme", "wrong", "WRONG-1");
        wrong.put("total", "1");
        Reply answer = server.post(system, "/v1/invoices", wrong.toString()).expect(201);
        assertThat(answer.text("status")).isEqualTo("DISCREPANT");
        assertThat(answer.json().at("/findings/0/code").asString()).isEqualTo("TOTAL_MISMATCH");
        assertThat(answer.json().at("/findings/0/expected").asString()).isEqualTo("60790");
        assertThat(answer.json().at("/findings/0/rule").asString()).isEqualTo("total@1");

        assertThat(act("wrong", "issue", "{}").expect(409).text("code")).isEqualTo("not-approved");
        ObjectNode right = Bodies.invoice("acme", null, "WRONG-1");
        right.put("reason", "the total was mistyped");
        Reply corrected = server.post(system, "/v1/invoices/wrong/corrections", right.toString())
                .expect(200);
        assertThat(corrected.text("status")).isEqualTo("APPROVED");
        assertThat(types("acme/invoice/wrong"))
                .startsWith("invoice.submitted", "invoice.reviewed", "invoice.discrepancy-found", "invoice.corrected");
    }

    @Test
    void aDoubtIsApprovedByAnotherPersonThanWhoHandedItIn() {
        ObjectNode large = Bodies.invoice("acme", "large", "LARGE-1");
        large.putArray("prepaidRefs");
        server.post(operator, "/v1/receipts", WHOSE_MONEY).expect(201);
        large.withArray("prepaidRefs").addObject().put("receiptId", "r0").put("amount", "790");
        String both = server.key("{\"roles\": [\"OPERATOR\", \"REVIEWER\"], \"grants\": [\"acme\"]}");
        assertThat(server.post(both, "/v1/invoices", large.toString())
                        .expect(201)
                        .text("status"))
                .isEqualTo("IN_REVIEW");

        String approval = "{\"decision\": \"APPROVE\", \"reason\": \"the bank has it\"}";
        assertThat(server.post(both, "/v1/invoices/large/decision", approval)
                        .expect(403)
                        .text("code"))
                .isEqualTo("four-eyes");
        assertThat(server.post(reviewer, "/v1/invoices/large/decision", approval)
                        .expect(200)
                        .text("status"))
                .isEqualTo("APPROVED");
        NewEvent approved = event("acme/invoice/large", "invoice.approved");
        assertThat(new String(approved.metadata()))
                .contains("\"reason\":\"the bank has it\"")
                .contains("\"tenant\":\"acme\"")
                .contains("\"actor\":\"")
                .contains("\"correlationId\":\"")
                .contains("\"causationId\":\"");
    }

    @Test
    void everyEventSaysWhoForWhomAndWhatItCameFrom() {
        server.post(
                        system,
                        "/v1/invoices",
                        Bodies.invoice("acme", "said", "SAID-1").toString())
                .expect(201);
        String reason = "{\"reason\": \"because\"}";
        server.post(operator, "/v1/invoices/said/issue", "{}", "Idempotency-Key", "said-1")
                .expect(200);
        server.post(operator, "/v1/invoices/said/issue", "{}", "Idempotency-Key", "said-2")
                .expect(409);
        server.post(operator, "/v1/invoices/said/cancellation", reason).expect(200);

        List<NewEvent> events = server.log().read(0, 100_000).stream()
                .flatMap(stored -> stored.commit().events().stream())
                .toList();
        assertThat(events)
                .extracting(NewEvent::type)
                .contains("api-key.issued", "client.registered", "request.answered", "invoice.cancelled");
        assertThat(events)
                .allSatisfy(event -> assertThat(new String(event.metadata(), StandardCharsets.UTF_8))
                        .as(event.type())
                        .contains("\"actor\":\"", "\"tenant\":\"", "\"correlationId\":\"", "\"causationId\":\""));
    }

    @Test
    void theCorrelationIdOfTheRequestStandsInItsEvents() {
        server.post(
                        system,
                        "/v1/invoices",
                        Bodies.invoice("acme", "corr", "CORR-1").toString(),
                        "X-Correlation-Id",
                        "their-id-7")
                .expect(201);

        assertThat(new String(event("acme/invoice/corr", "invoice.reviewed").metadata()))
                .contains("\"correlationId\":\"their-id-7\"");
    }

    @Test
    void aSecondInvoiceWithANumberThatIsHeldIsDiscrepant() {
        submit("dup-1", "DUP-1").expect(201);

        Reply second = submit("dup-2", " ｄｕｐ－1").expect(201);

        assertThat(second.text("status")).isEqualTo("DISCREPANT");
        assertThat(second.json().at("/findings/0/code").asString()).isEqualTo("DUPLICATE_INVOICE_NUMBER");
    }

    @Test
    void aNumberIsFreeAgainAfterACancellationBeforeIssueAndNeverAfter() {
        submit("free-1", "FREE-1").expect(201);
        act("free-1", "cancellation", "{\"reason\": \"withdrawn\"}").expect(200);
        assertThat(submit("free-2", "FREE-1").expect(201).text("status")).isEqualTo("APPROVED");

        act("free-2", "issue", "{}").expect(200);
        act("free-2", "cancellation", "{\"reason\": \"the payer moved\"}").expect(200);
        assertThat(submit("free-3", "FREE-1").expect(201).text("status")).isEqualTo("DISCREPANT");
    }

    @Test
    void whatIsPaidIsNotCancelled() {
        submit("kept", "KEPT-1").expect(201);
        act("kept", "issue", "{}").expect(200);
        pay("r-kept", "kept", "100").expect(201);

        assertThat(act("kept", "cancellation", "{\"reason\": \"-\"}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("invoice-has-payments");
    }

    @Test
    void moneyIsBookedToIssuedInvoicesOnlyAndIsKeptUntilThen() {
        submit("early", "EARLY-1").expect(201);

        Reply early = pay("r-early", "early", "1").expect(201);
        assertThat(early.text("status")).isEqualTo("UNMATCHED");
        assertThat(early.text("unapplied")).isEqualTo("1");
        assertThat(server.post(
                                operator,
                                "/v1/receipts/r-early/allocations",
                                "{\"items\": [{\"invoiceId\": \"early\"}]}",
                                "Seikyu-Client",
                                "acme")
                        .expect(409)
                        .text("code"))
                .isEqualTo("invoice-not-issued");
        assertThat(pay("r-lost", "nothing", "1").expect(404).text("code")).isEqualTo("invoice-not-found");
    }

    @Test
    void theSameIdIsTakenOnce() {
        submit("twice", "TWICE-1").expect(201);
        act("twice", "issue", "{}").expect(200);
        pay("r-twice", "twice", "1").expect(201);

        assertThat(submit("twice", "TWICE-2").expect(409).text("code")).isEqualTo("already-exists");
        assertThat(pay("r-twice", "twice", "1").expect(409).text("code")).isEqualTo("already-exists");
        assertThat(server.post(operator, "/v1/accounts", Bodies.account("acme", "a1"))
                        .expect(409)
                        .text("code"))
                .isEqualTo("already-exists");
        assertThat(submit("other-id", "TWICE-2").expect(201).text("status")).isEqualTo("APPROVED");
    }

    @Test
    void ifMatchLetsOnlyTheVersionThatWasSeenBeChanged() {
        String etag = submit("match", "MATCH-1").expect(201).header("ETag");

        assertThat(act("match", "issue", "{}", "If-Match", "\"99\"").expect(412).text("code"))
                .isEqualTo("version-conflict");
        Reply issued = act("match", "issue", "{}", "If-Match", etag).expect(200);
        assertThat(issued.header("ETag")).isEqualTo("\"4\"");
        act("match", "cancellation", "{\"reason\": \"-\"}", "If-Match", etag).expect(412);
        act("match", "cancellation", "{\"reason\": \"-\"}", "If-Match", "W/1").expect(400);
        act("nobody", "issue", "{}", "If-Match", "*").expect(412);
        act("match", "cancellation", "{\"reason\": \"-\"}", "If-Match", "*").expect(200);
    }

    @Test
    void anAmendmentTakesEffectFromItsDay() {
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c2", "a1"))
                .expect(201);
        String dearer = """
                {"effectiveFrom": "2026-04-15", "reason": "new prices", "changes": {"items": [
                  {"code": "RICE", "description": "Rice", "unitPrice": "5000", "taxCategory": "REDUCED"},
                  {"code": "WORK", "description": "Hour", "unitPrice": "7500.5", "taxCategory": "STANDARD"}],
                  "approvalLimit": null}}""";
        Reply amended =
                server.post(operator, "/v1/contracts/c2/amendments", dearer).expect(200);
        assertThat(amended.text("effectiveFrom")).isEqualTo("2026-04-15");

        ObjectNode invoice = Bodies.invoice("acme", "amended", "AMENDED-1", LocalDate.of(2026, 4, 30));
        invoice.put("contractId", "c2");
        assertThat(server.post(system, "/v1/invoices", invoice.toString())
                        .expect(201)
                        .json()
                        .at("/findings/0/expected")
                        .asString())
                .isEqualTo("5000");
        assertThat(server.post(
                                operator,
                                "/v1/contracts/c2/amendments",
                                "{\"effectiveFrom\": \"2026-04-14\", \"reason\": \"-\", \"changes\": {\"subcontractLaw\": true}}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("amendment-out-of-order");
        Reply broken = server.post(
                        operator,
                        "/v1/contracts/c2/amendments",
                        "{\"effectiveFrom\": \"2026-05-01\", \"reason\": \"-\", \"changes\": {\"accountId\": \"a2\"}}")
                .expect(422);
        assertThat(broken.json().at("/errors/0/pointer").asString()).isEqualTo("/changes/accountId");
    }

    @Test
    void aTerminatedContractIsNoGroundForLaterInvoices() {
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c3", "a1"))
                .expect(201);
        server.post(
                        operator,
                        "/v1/contracts/c3/termination",
                        "{\"lastDay\": \"2026-04-29\", \"reason\": \"end of the season\"}")
                .expect(200);
        ObjectNode invoice = Bodies.invoice("acme", "ended", "ENDED-1", LocalDate.of(2026, 4, 30));
        invoice.put("contractId", "c3");

        assertThat(server.post(system, "/v1/invoices", invoice.toString())
                        .expect(201)
                        .json()
                        .at("/findings/0/code")
                        .asString())
                .isEqualTo("CONTRACT_NOT_IN_FORCE");
        assertThat(server.post(
                                operator,
                                "/v1/contracts/c3/termination",
                                "{\"lastDay\": \"2026-04-29\", \"reason\": \"-\"}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("contract-terminated");
    }

    @Test
    void oldPayerNamesStayAsAliases() {
        server.post(operator, "/v1/accounts", Bodies.account("acme", "renamed")).expect(201);
        server.post(operator, "/v1/accounts/renamed/amendments", """
                        {"effectiveFrom": "2026-05-01", "reason": "merger",
                         "changes": {"name": "Kaede Foods", "nameKana": "カエデフーズ", "contactPerson": null}}""").expect(200);

        NewEvent event = event("acme/account/renamed", "account.amended");
        AccountAmended amended =
                (AccountAmended) server.bean(EventCodec.class).decode(event.type(), event.revision(), event.payload());
        assertThat(amended.details().name()).isEqualTo("Kaede Foods");
        assertThat(amended.details().payerNames()).containsExactly("Momiji Foods", "モミジフーズ");
        assertThat(amended.details().contactPerson()).isNull();
    }

    @Test
    void theNameOfASoleProprietorWhoBecameACompanyStaysSealed() {
        server.post(
                        operator,
                        "/v1/accounts",
                        Bodies.account("acme", "person")
                                .replace("\"corporate\": true", "\"corporate\": false")
                                .replace("Momiji Foods", "Sato Hanako"))
                .expect(201);
        server.post(operator, "/v1/accounts/person/amendments", """
                        {"effectiveFrom": "2026-05-01", "reason": "incorporated",
                         "changes": {"name": "Kaede Foods", "nameKana": "カエデフーズ", "corporate": true}}""").expect(200);

        assertThat(new String(event("acme/account/person", "account.amended").payload()))
                .contains("Kaede Foods")
                .doesNotContain("Sato Hanako");
    }

    @Test
    void anAdministratorOfSomeClientsRevokesNoKeysOfOthers() {
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("elsewhere", true))
                .expect(201);
        String limited = server.key("{\"roles\": [\"ADMIN\"], \"grants\": [\"acme\"]}");
        for (String foreign : List.of(
                "{\"roles\": [\"ADMIN\"]}",
                "{\"roles\": [\"INTEGRATION\"], \"clientId\": \"elsewhere\"}",
                "{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\", \"elsewhere\"]}")) {
            String id = server.post(CommandServer.ADMIN, "/v1/api-keys", foreign)
                    .expect(201)
                    .text("keyId");
            Reply refused = server.send(limited, "DELETE", "/v1/api-keys/" + id, null);
            assertThat(refused.expect(404).text("code")).isEqualTo("api-key-not-found");
        }
        String own = server.post(limited, "/v1/api-keys", "{\"roles\": [\"INTEGRATION\"], \"clientId\": \"acme\"}")
                .expect(201)
                .text("keyId");
        server.send(limited, "DELETE", "/v1/api-keys/" + own, null).expect(204);
    }

    @Test
    void aThousandWrongLinesUnderALargeContractAreFoundAndNotAFailure() {
        ObjectNode contract = (ObjectNode) EventJson.mapper().readTree(Bodies.contract("acme", "large", "a1"));
        ArrayNode items = (ArrayNode) contract.get("items");
        for (int i = 0; i < 900; i++) {
            ObjectNode item = items.get(0).deepCopy().asObject();
            items.add(item.put("code", "ITEM-OF-A-LARGE-CONTRACT-" + i));
        }
        server.post(operator, "/v1/contracts", contract.toString()).expect(201);
        ObjectNode invoice = Bodies.invoice("acme", "many-wrong", "MANY-WRONG").put("contractId", "large");
        ArrayNode lines = (ArrayNode) invoice.get("lines");
        ObjectNode line = lines.get(0).deepCopy().asObject();
        lines.removeAll();
        for (int i = 0; i < 1000; i++) {
            lines.add(line.deepCopy().put("code", "NONE-" + i));
        }

        Reply found = server.post(operator, "/v1/invoices", invoice.toString()).expect(201);

        assertThat(found.text("status")).isEqualTo("DISCREPANT");
        assertThat(found.json().path("findings").size()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void aClientCompanyIsAmendedAndStaysWhole() {
        String path = "/v1/clients/other/amendments";
        String issues =
                "{\"effectiveFrom\": \"2026-05-01\", \"reason\": \"wishes so\", \"changes\": {\"autoIssue\": true}}";
        server.post(CommandServer.ADMIN, path, issues, "Idempotency-Key", "amend-other")
                .expect(200);
        server.post(CommandServer.ADMIN, path, issues, "Idempotency-Key", "amend-other")
                .expect(200);

        assertThat(types("acme/client/acme")).containsExactly("client.registered");
        assertThat(types("other/client/other")).containsExactly("client.registered", "client.amended");
        assertThat(new String(event("other/client/other", "client.amended").payload()))
                .contains("\"autoIssue\":true", "\"bankAccount\":{", "\"reason\":\"wishes so\"");
        assertThat(server.post(
                                CommandServer.ADMIN,
                                path,
                                issues.replace("true", "null").replace("autoIssue", "name"))
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/changes/name");
        server.post(operator, path, issues).expect(403);
    }

    @Test
    void serverMadeIdsAreTimeOrdered() {
        String first = submit(null, "AUTO-1").expect(201).text("invoiceId");
        String second = submit(null, "AUTO-2").expect(201).text("invoiceId");

        assertThat(first).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(second.substring(0, 13)).isGreaterThanOrEqualTo(first.substring(0, 13));
    }

    @Test
    void nobodyReachesIntoAnotherTenant() {
        submit("mine", "MINE-1").expect(201);
        String theirs = server.key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"other\"}");
        ObjectNode foreign = Bodies.invoice("acme", "mine-2", "MINE-2");

        server.post(theirs, "/v1/invoices", foreign.toString()).expect(422);
        foreign.remove("clientId");
        assertThat(server.post(theirs, "/v1/invoices", foreign.toString())
                        .expect(404)
                        .text("code"))
                .isEqualTo("account-not-found");
        ObjectNode correction = Bodies.invoice("other", null, "MINE-1");
        correction.put("reason", "-");
        assertThat(server.post(theirs, "/v1/invoices/mine/corrections", correction.toString())
                        .expect(404)
                        .text("code"))
                .isEqualTo("invoice-not-found");
        server.post(operator, "/v1/invoices/mine/cancellation", "{\"reason\": \"-\"}", "Seikyu-Client", "other")
                .expect(404);
    }

    @Test
    void keysAreHandedOutAndTakenBack() {
        Reply issued = server.post(
                        CommandServer.ADMIN, "/v1/api-keys", "{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}")
                .expect(201);
        String key = issued.text("key");
        server.post(key, "/v1/accounts", Bodies.account("acme", "a1")).expect(409);

        server.send(CommandServer.ADMIN, "DELETE", "/v1/api-keys/" + issued.text("keyId"), null)
                .expect(204);
        server.post(key, "/v1/accounts", Bodies.account("acme", "a1")).expect(401);
        server.send(CommandServer.ADMIN, "DELETE", "/v1/api-keys/nobody", null).expect(404);
        assertThat(server.post(CommandServer.ADMIN, "/v1/api-keys", "{\"roles\": [\"CLIENT\", \"OPERATOR\"]}")
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/roles/0");
        assertThat(server.post(operator, "/v1/api-keys", "{\"roles\": [\"OPERATOR\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theOpenApiDocumentSaysWhatEachCommandTakesAndAnswers() {
        JsonNode submit = server.send(operator, "GET", "/v3/api-docs", null)
                .expect(200)
                .json()
                .at("/paths/~1v1~1invoices/post");

        assertThat(submit.at("/responses/201/content").toString()).contains("InvoiceResult");
        assertThat(submit.get("responses").has("200")).isFalse();
        assertThat(submit.get("parameters").toString())
                .contains("If-Match", "Idempotency-Key", "Seikyu-Client", "X-Correlation-Id")
                .doesNotContain("asked");
    }

    private static Reply submit(String id, String number) {
        return server.post(
                system, "/v1/invoices", Bodies.invoice("acme", id, number).toString());
    }

    private static Reply act(String id, String what, String body, String... headers) {
        return server.post(operator, "/v1/invoices/" + id + "/" + what, body, headers);
    }

    private static Reply pay(String receipt, String invoice, String amount) {
        return server.post(operator, "/v1/receipts", Bodies.receipt("acme", receipt, invoice, amount));
    }

    private static List<String> types(String stream) {
        return server.log().readStream(stream, 0, 100).stream()
                .map(stored -> stored.event().type())
                .toList();
    }

    private static NewEvent event(String stream, String type) {
        return server.log().readStream(stream, 0, 100).stream()
                .map(stored -> stored.event())
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> commitTypes(long position) {
        StoredCommit commit = server.log().read(position, 1).get(0);
        return commit.commit().events().stream().map(NewEvent::type).toList();
    }
}
