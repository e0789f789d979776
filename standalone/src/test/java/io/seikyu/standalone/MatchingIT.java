package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.clearing.UnmatchedReceipts;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What money is for (消込), through the running program. Every test has a payer of its own. */
@Timeout(240)
class MatchingIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void aClientCompany() {
        seikyu = RunningSeikyu.on(data);
        // invoices over the same days are no matter here
        policy("review", "rules: {contract-on-file: {}, contract-in-force: {}}");
        post("/v1/clients", """
                {"clientId": "aoyama", "name": "株式会社青山", "registrationNumber": "T4234567890012", "corporate": true,
                 "bankAccount": {"bank": "9990", "branch": "101", "kind": "1", "number": "1234567", "holder": "ｶ)ｱｵﾔﾏ"},
                 "email": "billing@aoyama.example"}
                """);
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            Reproduced.thenClose("matching", seikyu, "matching");
        }
    }

    @Test
    void aClearReceiptIsAllocatedByItselfAndSaysWhy() {
        payer("umi", "カブシキガイシャウンノショウテン", null);
        issue("umi", "umi-1", 3);
        issue("umi", "umi-2", 5);

        JsonNode answer = receipt("umi-r", "33000", "0001 ｶ)ｳﾝﾉｼﾖｳﾃﾝ", null);

        assertThat(answer.get("status").stringValue()).isEqualTo("ALLOCATED");
        assertThat(answer.get("accountId").stringValue()).isEqualTo("umi");
        assertThat(answer.at("/allocations/0/invoiceId").stringValue()).isEqualTo("umi-1");
        JsonNode match = get("/v1/receipts/umi-r").at("/allocations/0/match");
        assertThat(texts(match.get("reasons"))).containsExactly("NAME", "DIGITS_BEFORE_NAME", "AMOUNT");
        assertThat(match.get("policyVersion").stringValue()).startsWith("matching/default@");
        assertThat(get("/v1/invoices/umi-1").get("status").stringValue()).isEqualTo("PAID");
    }

    @Test
    void aFeeIsDeductedWhereTheContractAllowsIt() {
        payer("yama", "ヤマノケンセツカブシキガイシャ", "7700001");
        issue("yama", "yama-1", 4);

        JsonNode answer = receipt("yama-r", "43560", "ﾔﾏﾉｹﾝｾﾂ(ｶ", "7700001");

        assertThat(answer.get("status").stringValue()).isEqualTo("ALLOCATED");
        JsonNode allocation = get("/v1/receipts/yama-r").at("/allocations/0");
        assertThat(allocation.at("/deductions/0/kind").stringValue()).isEqualTo("TRANSFER_FEE");
        assertThat(allocation.at("/deductions/0/amount").stringValue()).isEqualTo("440");
        assertThat(get("/v1/invoices/yama-1").get("balance").stringValue()).isEqualTo("0");
    }

    @Test
    void aPersonsChoiceTeachesANameAndCanUnteachIt() {
        payer("kawa", "カワベブッサン", null);
        issue("kawa", "kawa-1", 7);
        issue("kawa", "kawa-2", 9);

        JsonNode unknown = receipt("kawa-r1", "77000", "ｶﾜﾍﾞ ｻﾌﾞﾛｳ", null);
        assertThat(unknown.get("status").stringValue()).isEqualTo("UNMATCHED");
        assertThat(unknown.at("/candidates/0/accountId").stringValue()).isEqualTo("kawa");
        assertThat(unknown.at("/candidates/0/parts/0/invoiceId").stringValue()).isEqualTo("kawa-1");
        assertThat(texts(unknown.at("/candidates/0/reasons"))).contains("AMOUNT", "AMOUNT_ALONE");
        JsonNode task = get("/v1/tasks?kind=ALLOCATE_RECEIPT&about=aoyama/receipt/kawa-r1")
                .at("/items/0");
        assertThat(task.at("/facts/doubts").stringValue()).isEqualTo("AMOUNT_ALONE");
        assertThat(task.at("/facts/candidate1").stringValue())
                .startsWith("kawa (")
                .contains("kawa-1 77000");
        UnmatchedReceipts unmatched = seikyu.bean(UnmatchedReceipts.class);
        unmatched.await(seikyu.log().head(), SOON);
        assertThat(unmatched.mayBeOf(new AccountId("aoyama", "kawa")))
                .containsExactly(new ReceiptId("aoyama", "kawa-r1"));
        assertThat(unmatched.mayBe(new ReceiptId("aoyama", "kawa-r1"))).contains(new AccountId("aoyama", "kawa"));

        post("/v1/receipts/kawa-r1/allocations", "{\"items\": [{\"invoiceId\": \"kawa-1\"}], \"learnAlias\": true}");
        unmatched.await(seikyu.log().head(), SOON);
        assertThat(unmatched.mayBeOf(new AccountId("aoyama", "kawa"))).isEmpty();

        JsonNode known = receipt("kawa-r2", "99000", "ｶﾜﾍﾞｻﾌﾞﾛｳ", null);
        assertThat(known.get("status").stringValue()).as(known.toString()).isEqualTo("ALLOCATED");
        assertThat(texts(get("/v1/receipts/kawa-r2").at("/allocations/0/match/reasons")))
                .containsExactly("ALIAS", "AMOUNT");

        assertThat(forget("kawa", "kawa-r1").status()).isEqualTo(204);
        assertThat(forget("kawa", "kawa-r1").code()).isEqualTo("alias-not-found");
        issue("kawa", "kawa-3", 9);
        assertThat(receipt("kawa-r3", "99000", "ｶﾜﾍﾞ ｻﾌﾞﾛｳ", null).get("status").stringValue())
                .isEqualTo("UNMATCHED");
    }

    @Test
    void receiptsAtTheSameMomentNeverTakeTheSameBalanceTwice() throws Exception {
        payer("mori", "モリタインサツ", null);
        for (int i = 1; i <= 3; i++) {
            issue("mori", "mori-" + i, 2);
        }
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<JsonNode>> all = new ArrayList<>();
            for (int i = 1; i <= 8; i++) {
                String id = "mori-r" + i;
                all.add(() -> receipt(id, "22000", "ﾓﾘﾀｲﾝｻﾂ", null));
            }
            List<String> statuses = new ArrayList<>();
            List<String> invoices = new ArrayList<>();
            for (Future<JsonNode> answer : many.invokeAll(all)) {
                statuses.add(answer.get().get("status").stringValue());
                answer.get()
                        .get("allocations")
                        .forEach(one -> invoices.add(one.get("invoiceId").stringValue()));
            }
            assertThat(statuses).filteredOn("ALLOCATED"::equals).hasSize(3);
            assertThat(statuses).filteredOn("UNMATCHED"::equals).hasSize(5);
            assertThat(invoices).containsExactlyInAnyOrder("mori-1", "mori-2", "mori-3");
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void anotherPolicyHoldsFromTheNextReceiptOn() {
        payer("sora", "ソラノデンキ", null);
        issue("sora", "sora-1", 6);
        String shipped = ShippedPolicies.text(PolicyKind.MATCHING);
        try {
            policy("matching", shipped.replace("automaticFrom: 70", "automaticFrom: 101"));
            assertThat(receipt("sora-r1", "66000", "ｿﾗﾉﾃﾞﾝｷ", null)
                            .get("status")
                            .stringValue())
                    .isEqualTo("UNMATCHED");
            assertThat(texts(get("/v1/receipts/sora-r1").at("/search/doubts"))).containsExactly("BELOW_AUTOMATIC");
        } finally {
            policy("matching", shipped);
        }
        post("/v1/receipts/sora-r1/reversal", "{\"reason\": \"it may be matched again, and was not meant\"}");
        assertThat(receipt("sora-r2", "66000", "ｿﾗﾉﾃﾞﾝｷ", null).get("status").stringValue())
                .isEqualTo("ALLOCATED");
    }

    @Test
    void moneyThatCameBeforeItsInvoiceIsAllocatedByItselfOnceWhenThatIsIssued() throws Exception {
        payer("hoshi", "ホシノブッサン", null);
        assertThat(receipt("hoshi-r", "88000", "ﾎｼﾉﾌﾞﾂｻﾝ", null).get("status").stringValue())
                .isEqualTo("UNMATCHED");

        issue("hoshi", "hoshi-1", 8);

        untilAllocated("hoshi-r");
        assertThat(texts(get("/v1/receipts/hoshi-r").at("/allocations/0/match/reasons")))
                .containsExactly("NAME", "AMOUNT");
        assertThat(get("/v1/tasks?kind=ALLOCATE_RECEIPT&about=aoyama/receipt/hoshi-r&state=OPEN")
                        .get("items"))
                .isEmpty();
        issue("hoshi", "hoshi-2", 8);
        assertThat(get("/v1/invoices/hoshi-2").get("balance").stringValue()).isEqualTo("88000");
    }

    @Test
    void aPayerWhoseNameBecomesKnownIsMatchedWithMoneyThatIsThere() throws Exception {
        payer("tsuki", "ツキミソウ", null);
        issue("tsuki", "tsuki-1", 12);
        issue("tsuki", "tsuki-2", 13);
        assertThat(receipt("tsuki-r1", "132000", "ｶ)ﾍﾞﾂﾉﾅﾏｴ", null)
                        .get("status")
                        .stringValue())
                .isEqualTo("UNMATCHED");
        assertThat(receipt("tsuki-r2", "143000", "ｶ)ﾍﾞﾂﾉﾅﾏｴ", null)
                        .get("status")
                        .stringValue())
                .isEqualTo("UNMATCHED");

        post("/v1/receipts/tsuki-r1/allocations", "{\"items\": [{\"invoiceId\": \"tsuki-1\"}], \"learnAlias\": true}");

        untilAllocated("tsuki-r2");
        assertThat(texts(get("/v1/receipts/tsuki-r2").at("/allocations/0/match/reasons")))
                .containsExactly("ALIAS", "AMOUNT");
    }

    /** What follows by itself follows in a moment. */
    private static void untilAllocated(String receipt) throws InterruptedException {
        for (int i = 0; i < 300 && !isAllocated(receipt); i++) {
            Thread.sleep(100);
        }
        assertThat(isAllocated(receipt)).isTrue();
    }

    private static boolean isAllocated(String receipt) {
        return get("/v1/receipts/" + receipt).get("status").stringValue().equals("ALLOCATED");
    }

    private static void policy(String kind, String text) {
        Reply reply = seikyu.send(
                "PUT",
                "/v1/policies/" + kind + "/default",
                seikyu.admin,
                "application/yaml",
                text.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void payer(String id, String kana, String account) {
        post("/v1/accounts", """
                {"accountId": "%s", "clientId": "aoyama", "name": "%s商事株式会社", "nameKana": "%s", "corporate": true%s}
                """.formatted(
                        id, id, kana, account == null ? "" : ", \"virtualAccount\": \"" + account + "\""));
        post("/v1/contracts", """
                {"contractId": "%s", "clientId": "aoyama", "accountId": "%s", "effectiveFrom": "2026-04-01",
                 "pricesIncludeTax": false, "rounding": "FLOOR",
                 "items": [{"code": "HOST", "description": "Hosting", "unitPrice": "10000", "taxCategory": "STANDARD"}],
                 "expenses": [],
                 "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM", "shift": "NEXT"},
                 "lateInterest": {"rate": "14.6", "dayCount": "D365"},
                 "transferFee": {"deductible": true, "cap": "880"},
                 "claimHolder": "AGENT", "subcontractLaw": false}
                """.formatted(id, id));
    }

    /** An invoice over {@code quantity} times 11,000 yen. */
    private static void issue(String payer, String id, int quantity) {
        String submitted = """
                {"invoiceId": "%s", "invoiceNumber": "%s", "clientId": "aoyama", "accountId": "%s", "contractId": "%s",
                 "transactionFrom": "2026-06-01", "transactionTo": "2026-06-30",
                 "issueDate": "2026-06-30", "dueDate": "2026-07-31",
                 "issuer": {"name": "株式会社青山", "registrationNumber": "T4234567890012"},
                 "recipient": {"name": "%s商事株式会社"},
                 "lines": [{"kind": "ITEM", "code": "HOST", "description": "Hosting", "quantity": "%d",
                            "unitPrice": "10000", "amount": "%d", "taxCategory": "STANDARD"}],
                 "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "%d", "tax": "%d"}],
                 "total": "%d"}
                """.formatted(
                        id,
                        id,
                        payer,
                        payer,
                        payer,
                        quantity,
                        quantity * 10_000,
                        quantity * 10_000,
                        quantity * 1_000,
                        quantity * 11_000);
        assertThat(post("/v1/invoices", submitted).get("status").stringValue()).isEqualTo("APPROVED");
        post("/v1/invoices/" + id + "/issue", "{}");
    }

    private static JsonNode receipt(String id, String amount, String name, String account) {
        return post("/v1/receipts", """
                {"receiptId": "%s", "clientId": "aoyama", "bookedOn": "2026-07-20", "amount": "%s", "payerName": "%s"%s}
                """.formatted(
                        id, amount, name, account == null ? "" : ", \"virtualAccount\": \"" + account + "\""));
    }

    private static JsonNode post(String path, String body) {
        JsonNode json = JsonMapper.shared().readTree(body);
        return seikyu.done(path, seikyu.admin, json, "Seikyu-Client", "aoyama").json();
    }

    private static Reply forget(String payer, String receipt) {
        String path = "/v1/accounts/" + payer + "/aliases/" + receipt;
        return seikyu.send("DELETE", path, seikyu.admin, (String) null, "Seikyu-Client", "aoyama");
    }

    private static JsonNode get(String path) {
        String current = path + (path.contains("?") ? "&" : "?") + "atLeast="
                + seikyu.log().head();
        Reply reply = seikyu.send("GET", current, seikyu.admin, (String) null, "Seikyu-Client", "aoyama");
        assertThat(reply.status()).as(path + ": " + reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.stringValue()));
        return texts;
    }
}
