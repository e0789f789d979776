package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.clearing.UnmatchedReceipts;
import io.seikyu.contract.id.AccountId;
import io.seikyu.documents.bank.BankFileWriter;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Money on an account of the agency that collects for several client companies (集金口座), over HTTP. */
@Timeout(300)
class CollectiveAccountIT {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 20);
    private static final Account POOL = new Account("0001", "123", 1, "7654321");
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static int references;

    @BeforeAll
    static void twoClientsWithOneAccount() {
        seikyu = RunningSeikyu.on(data);
        byte[] rules = "rules: {contract-on-file: {}, contract-in-force: {}}".getBytes();
        assertThat(seikyu.send("PUT", "/v1/policies/review/default", seikyu.admin, "application/yaml", rules)
                        .status())
                .isEqualTo(200);
        post("agency", "/v1/bank-accounts", """
                {"bankAccountId": "pool", "owner": "AGENCY", "bank": "0001", "branch": "123", "kind": "1",
                 "number": "7654321", "holder": "x", "bookingFormat": "zengin-01"}""");
        for (String client : List.of("east", "west")) {
            seikyu.done("/v1/clients", seikyu.admin, with(sample("client.json"), "clientId", client));
        }
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            Reproduced.thenClose("collective-account", seikyu, "matching");
        }
    }

    @Test
    void theVirtualAccountNamesTheClientInOneCommitAlsoWhenTheAmountFitsNothing() {
        payer("east", "va", "ｶ)ｱｻﾋﾃﾞﾝｷ", "0000000001");
        issue("east", "va-1", "va", 3);
        List<JsonNode> rows = imported(
                transfer(33_000, "ｶ)ｱｻﾋﾃﾞﾝｷ").coded("0000000001"),
                transfer(1_234, "ｶ)ｱｻﾋﾃﾞﾝｷ").coded("0000000001"));

        assertThat(outcomes(rows)).containsExactly("ALLOCATED", "UNMATCHED", "COVERED");
        JsonNode receipt = get("east", "/v1/receipts/" + rows.get(0).get("id").asString());
        assertThat(receipt.get("clientId").asString()).isEqualTo("east");
        assertThat(receipt.at("/source/kind").asString()).isEqualTo("COLLECTIVE");
        assertThat(receipt.at("/source/bankAccountId").asString()).isEqualTo("pool");
        assertThat(get("east", "/v1/invoices/va-1").get("status").asString()).isEqualTo("PAID");
        JsonNode other = get("east", "/v1/receipts/" + rows.get(1).get("id").asString());
        assertThat(other.at("/search/doubts/0").asString()).isEqualTo("AMOUNT_FITS_NOTHING");
        String story = get(
                        "east",
                        "/v1/audit/streams/east/receipt/"
                                + receipt.get("receiptId").asString())
                .toString();
        assertThat(story).contains("receipt.recorded", "receipt.allocated");
    }

    @Test
    void aClearMatchOverTheClientsNamesTheClient() {
        payer("west", "clear", "ｶ)ﾌｼﾞﾓﾘｲﾝｻﾂ", null);
        issue("west", "clear-1", "clear", 4);
        List<JsonNode> rows = imported(transfer(44_000, "ｶ)ﾌｼﾞﾓﾘｲﾝｻﾂ"));

        assertThat(outcomes(rows)).containsExactly("ALLOCATED", "COVERED");
        assertThat(get("west", "/v1/invoices/clear-1").get("status").asString()).isEqualTo("PAID");
    }

    @Test
    void payersOfTwoClientsThatLookAlikeAreForAPersonWhoAssignsAndTheMatchThereAllocates() {
        payer("east", "twin", "ｶ)ﾔﾏﾓﾄｼｮｳｶｲ", null);
        payer("west", "twin", "ｶ)ﾔﾏﾓﾄｼｮｳｶｲ", null);
        issue("east", "twin-1", "twin", 5);
        issue("west", "twin-1", "twin", 5);
        List<JsonNode> rows = imported(transfer(55_000, "ｶ)ﾔﾏﾓﾄｼｮｳｶｲ"));

        assertThat(outcomes(rows)).containsExactly("UNMATCHED", "COVERED");
        String id = rows.get(0).get("id").asString();
        JsonNode agencys = get("agency", "/v1/receipts/" + id);
        assertThat(agencys.get("clientId").asString()).isEqualTo("agency");
        assertThat(agencys.at("/search/doubts/0").asString()).isEqualTo("SEVERAL_PAYERS");
        JsonNode tasks = get("agency", "/v1/tasks?kind=ASSIGN_RECEIPT&about=agency/receipt/" + id);
        assertThat(tasks.at("/items/0/facts/candidate1").asString()).startsWith("east/account/twin (");
        UnmatchedReceipts unmatched = seikyu.bean(UnmatchedReceipts.class);
        unmatched.await(seikyu.log().head(), SOON);
        assertThat(unmatched.mayBeOf(new AccountId("west", "twin"))).hasSize(1);
        assertThat(unmatched.mayBe(
                        unmatched.mayBeOf(new AccountId("west", "twin")).get(0)))
                .containsExactly(new AccountId("east", "twin"), new AccountId("west", "twin"));

        post(
                "agency",
                "/v1/receipts/" + id + "/assignment",
                "{\"clientId\": \"west\", \"reason\": \"the payer said so\"}");

        assertThat(get("west", "/v1/receipts/agency." + id).get("status").asString())
                .isEqualTo("ALLOCATED");
        assertThat(get("west", "/v1/invoices/twin-1").get("status").asString()).isEqualTo("PAID");
        assertThat(get("east", "/v1/invoices/twin-1").get("status").asString()).isEqualTo("ISSUED");
        assertThat(get("agency", "/v1/tasks?kind=ASSIGN_RECEIPT&about=agency/receipt/" + id)
                        .at("/items/0/status")
                        .asString("COMPLETED"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void aPayerWhomNoContractLetsPayOnTheAccountIsNotLookedAt() {
        post("east", "/v1/accounts", """
                {"accountId": "elsewhere", "name": "x商事", "nameKana": "ｶ)ﾖｿﾉｶｲｼﾔ", "corporate": true,
                 "virtualAccount": "0000000009"}""");
        List<JsonNode> rows = imported(transfer(777, "ｶ)ﾖｿﾉｶｲｼﾔ").coded("0000000009"));
        assertThat(get("agency", "/v1/receipts/" + rows.get(0).get("id").asString())
                        .at("/search/doubts/0")
                        .asString())
                .isEqualTo("NOBODY_KNOWN");
    }

    @Test
    void whatBecomesClearLaterIsPassedOnAndAllocatedByItself() throws Exception {
        String id = imported(transfer(66_000, "ｶ)ｱﾄｶﾗｷﾀ")).get(0).get("id").asString();
        assertThat(get("agency", "/v1/receipts/" + id).get("status").asString()).isEqualTo("UNMATCHED");

        payer("east", "late", "ｶ)ｱﾄｶﾗｷﾀ", null);
        issue("east", "late-1", "late", 6);

        until("agency", "/v1/receipts/" + id, "ASSIGNED");
        until("east", "/v1/receipts/agency." + id, "ALLOCATED");
        assertThat(get("east", "/v1/invoices/late-1").get("status").asString()).isEqualTo("PAID");
    }

    @Test
    void whatAVirtualAccountAloneNamesLaterIsPassedOnByNoPolicyThatIsRecorded() throws Exception {
        String id = imported(transfer(1_235, "ｶ)ﾐﾎﾞｼﾞﾂｷ").coded("0000000003"))
                .get(0)
                .get("id")
                .asString();
        assertThat(get("agency", "/v1/receipts/" + id).get("status").asString()).isEqualTo("UNMATCHED");

        payer("east", "alone", "ｶ)ﾐﾎﾞｼﾞﾂｷ", "0000000003");
        issue("east", "alone-1", "alone", 6);

        until("agency", "/v1/receipts/" + id, "ASSIGNED");
        assertThat(Reproduced.whole(seikyu)
                        .at("/decisions/matching/notReproducible/POLICY_NOT_RECORDED")
                        .asInt())
                .isPositive();
    }

    @Test
    void whatTheBankTookBackIsFoundAtTheClientAndAnotherFormatReconcilesIt() {
        payer("west", "back", "ｶ)ﾓﾄﾞﾙｶﾈ", "0000000002");
        Transfer came = transfer(9_900, "ｶ)ﾓﾄﾞﾙｶﾈ").coded("0000000002");
        String id = imported(came).get(0).get("id").asString();
        byte[] same = BankFileWriter.camt054("08", new Section(POOL, DAY, DAY, List.of(came)));
        assertThat(outcomes(rows("camt.054", same)).get(0)).isEqualTo("RECONCILED");

        List<JsonNode> rows = imported(came.takenBack());

        assertThat(outcomes(rows)).containsExactly("REVERSED", "COVERED");
        assertThat(get("west", "/v1/receipts/" + id).get("status").asString()).isEqualTo("REVERSED");
    }

    private static Transfer transfer(long amount, String name) {
        return Transfer.of(DAY, amount, name, "" + ++references);
    }

    private static List<JsonNode> imported(Transfer... transfers) {
        return rows(
                "zengin-01",
                BankFileWriter.zengin01(new Section(POOL, DAY, DAY, Arrays.asList(transfers)), "\r\n", ""));
    }

    private static List<JsonNode> rows(String format, byte[] file) {
        Reply accepted = seikyu.send(
                "POST", "/v1/receipts:import?format=" + format, seikyu.admin, "application/octet-stream", file);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String job = "/v1/jobs/" + accepted.json().get("jobId").asString();
        JsonNode state = get("agency", job);
        while (!state.get("status").asString().equals("DONE")) {
            state = get("agency", job);
        }
        List<JsonNode> rows = new ArrayList<>();
        get("agency", job + "/rows?limit=500").get("items").forEach(rows::add);
        return rows;
    }

    private static List<String> outcomes(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("outcome").asString()).toList();
    }

    private static void payer(String client, String id, String kana, String virtualAccount) {
        String account = virtualAccount == null ? "" : ", \"virtualAccount\": \"" + virtualAccount + "\"";
        post(client, "/v1/accounts", """
                {"accountId": "%s", "name": "%s商事", "nameKana": "%s", "corporate": true%s}
                """.formatted(id, id, kana, account));
        post(client, "/v1/contracts", """
                {"contractId": "%s", "accountId": "%s", "effectiveFrom": "2026-04-01", "pricesIncludeTax": false,
                 "rounding": "FLOOR", "expenses": [], "claimHolder": "AGENT", "subcontractLaw": false,
                 "items": [{"code": "HOST", "description": "Hosting", "unitPrice": "10000", "taxCategory": "STANDARD"}],
                 "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM", "shift": "NEXT"},
                 "lateInterest": {"rate": "14.6", "dayCount": "D365"},
                 "transferFee": {"deductible": true, "cap": "880"}, "collectionAccountId": "pool"}
                """.formatted(id, id));
    }

    /** An invoice over {@code quantity} times 11,000 yen. */
    private static void issue(String client, String id, String payer, int quantity) {
        post(client, "/v1/invoices", """
                {"invoiceId": "%s", "invoiceNumber": "%s", "accountId": "%s", "contractId": "%s",
                 "transactionFrom": "2026-06-01", "transactionTo": "2026-06-30",
                 "issueDate": "2026-06-30", "dueDate": "2026-07-31",
                 "issuer": {"name": "%s", "registrationNumber": "T4234567890012"},
                 "recipient": {"name": "%s商事"},
                 "lines": [{"kind": "ITEM", "code": "HOST", "description": "Hosting", "quantity": "%d",
                            "unitPrice": "10000", "amount": "%d", "taxCategory": "STANDARD"}],
                 "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "%d", "tax": "%d"}],
                 "total": "%d"}
                """.formatted(
                        id,
                        id,
                        payer,
                        payer,
                        client,
                        payer,
                        quantity,
                        quantity * 10_000,
                        quantity * 10_000,
                        quantity * 1_000,
                        quantity * 11_000));
        post(client, "/v1/invoices/" + id + "/issue", "{}");
    }

    /** What follows by itself follows in a moment. */
    private static void until(String client, String path, String status) throws InterruptedException {
        Reply reply = ask(client, path);
        for (int i = 0; i < 300 && !status.equals(reply.json().path("status").asString("")); i++) {
            Thread.sleep(100);
            reply = ask(client, path);
        }
        assertThat(reply.json().path("status").asString("")).as(reply.body()).isEqualTo(status);
    }

    private static JsonNode post(String client, String path, String body) {
        return seikyu.done(path, seikyu.admin, JsonMapper.shared().readTree(body), about(client))
                .json();
    }

    private static JsonNode get(String client, String path) {
        Reply reply = ask(client, path);
        assertThat(reply.status()).as(path + reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static Reply ask(String client, String path) {
        String wait =
                (path.contains("?") ? "&" : "?") + "atLeast=" + seikyu.log().head();
        return seikyu.send("GET", path + wait, seikyu.admin, (String) null, about(client));
    }

    /** What is the agency's is asked for over all client companies. */
    private static String[] about(String client) {
        return client.equals("agency") ? new String[0] : new String[] {"Seikyu-Client", client};
    }
}
