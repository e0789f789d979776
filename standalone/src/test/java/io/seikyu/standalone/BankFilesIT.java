package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.documents.bank.BankFileWriter;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What banks tell, over HTTP: every transfer is a receipt, once, or the whole file is refused. */
@Timeout(300)
class BankFilesIT {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 29);
    private static final LocalDate NEXT = LocalDate.of(2026, 6, 30);

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static int accounts;

    @BeforeAll
    static void twoClients() {
        seikyu = RunningSeikyu.on(data);
        for (String client : List.of("acme", "beta")) {
            seikyu.done("/v1/clients", seikyu.admin, with(sample("client.json"), "clientId", client));
        }
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            seikyu.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zengin-01", "zengin-03", "camt.054"})
    void everyTransferBecomesAReceiptAndTheAccountIsCovered(String format) {
        Account account = open("acme", format);
        JsonNode job = finished(accepted(
                format,
                file(
                        format,
                        account,
                        DAY,
                        NEXT,
                        List.of(
                                Transfer.of(DAY, 110000, "ｶ)ﾓﾐｼﾞ", "1").coded("0000123456"),
                                Transfer.of(NEXT, 5500, "ﾔﾏﾀﾞ ﾀﾛｳ", "2")))));

        List<JsonNode> rows = rows(job);
        assertThat(outcomes(rows)).containsExactly("UNMATCHED", "UNMATCHED", "COVERED");
        JsonNode receipt = now("/v1/receipts/" + rows.get(0).get("id").asString());
        assertThat(receipt.get("amount").asString()).isEqualTo("110000");
        assertThat(receipt.get("bookedOn").asString()).isEqualTo("2026-06-29");
        assertThat(receipt.get("payerName").asString()).isEqualTo("ｶ)ﾓﾐｼﾞ");
        assertThat(receipt.get("virtualAccount").asString()).isEqualTo("0000123456");
        assertThat(receipt.get("reference").asString()).endsWith("1");
        assertThat(now("/v1/bank-accounts/" + id(account))
                        .at("/coverage/through")
                        .asString())
                .isEqualTo("2026-06-30");
    }

    @Test
    void theSameFileAgainIsTheSameJob() {
        Account account = open("acme", "zengin-01");
        byte[] file = file("zengin-01", account, DAY, DAY, List.of(Transfer.of(DAY, 100, "ｱ", "1")));
        Reply first = send("zengin-01", file, "");
        finished(first);
        Reply again = send("zengin-01", file, "");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(receiptsOn(account)).hasSize(1);
    }

    @Test
    void ofTheSameFileSentManyTimesAtOnceOneIsAccepted() {
        Account account = open("acme", "zengin-01");
        byte[] file = file(
                "zengin-01",
                account,
                DAY,
                DAY,
                IntStream.range(0, 50)
                        .mapToObj(i -> Transfer.of(DAY, 100 + i, "ｱ", "" + i))
                        .toList());
        List<CompletableFuture<Reply>> sent = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> send("zengin-01", file, "")))
                .limit(6)
                .toList();
        Set<String> jobs = sent.stream()
                .map(CompletableFuture::join)
                .peek(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(202))
                .map(reply -> reply.json().get("jobId").asString())
                .collect(Collectors.toSet());

        assertThat(jobs).hasSize(1);
        finished(sent.get(0).join());
        assertThat(receiptsOn(account)).hasSize(50);
    }

    @Test
    void twoEqualTransfersAreTwoAndFilesThatOverlapBookOnce() {
        Account account = open("acme", "zengin-01");
        Transfer twin = Transfer.of(DAY, 3300, "ﾌﾀｺﾞ", "77");
        Transfer other = Transfer.of(NEXT, 4400, "ﾌﾀｺﾞ", "78");
        List<JsonNode> first =
                rows(finished(accepted("zengin-01", file("zengin-01", account, DAY, DAY, List.of(twin, twin)))));
        List<JsonNode> second = rows(finished(
                accepted("zengin-01", file("zengin-01", account, DAY, NEXT, List.of(twin, twin, twin, other)))));

        assertThat(outcomes(first)).containsExactly("UNMATCHED", "UNMATCHED", "COVERED");
        assertThat(outcomes(second))
                .containsExactly("ALREADY_THERE", "ALREADY_THERE", "UNMATCHED", "UNMATCHED", "COVERED");
        assertThat(second.get(0).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(second.get(1).get("id")).isEqualTo(first.get(1).get("id"));
        assertThat(receiptsOn(account)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zengin-01", "zengin-03", "camt.054"})
    void whatTheBankTookBackIsReversed(String format) {
        Account account = open("acme", format);
        Transfer twin = Transfer.of(DAY, 9900, "ﾄﾘｹｼ", "5");
        List<JsonNode> same = rows(finished(
                accepted(format, file(format, account, DAY, DAY, List.of(twin, twin, twin.takenBack())))));
        List<JsonNode> later =
                rows(finished(accepted(format, file(format, account, NEXT, NEXT, List.of(twin.takenBack())))));

        assertThat(outcomes(same)).containsExactly("UNMATCHED", "UNMATCHED", "REVERSED", "COVERED");
        assertThat(same.get(2).get("id")).isEqualTo(same.get(0).get("id"));
        // the record of the same day was worked before: it is the same cancellation
        assertThat(outcomes(later)).containsExactly("REVERSED", "COVERED");
        assertThat(later.get(0).get("id")).isEqualTo(same.get(0).get("id"));
        assertThat(receiptsOn(account).stream()
                        .map(receipt -> receipt.get("status").asString()))
                .containsExactlyInAnyOrder("REVERSED", "UNMATCHED");
    }

    @Test
    void aCorrectionOfALaterDayFindsTheOnlyReceiptOfItsAmountAndName() {
        Account account = open("acme", "zengin-03");
        Transfer wrong = Transfer.of(DAY, 12345, "ﾏﾁｶﾞｲ", "5");
        Transfer correction = Transfer.of(NEXT, 12345, "ﾏﾁｶﾞｲ", "6").takenBack();
        List<JsonNode> first =
                rows(finished(accepted("zengin-03", file("zengin-03", account, DAY, DAY, List.of(wrong)))));
        List<JsonNode> second =
                rows(finished(accepted("zengin-03", file("zengin-03", account, NEXT, NEXT, List.of(correction)))));

        assertThat(outcomes(second)).containsExactly("REVERSED", "COVERED");
        assertThat(second.get(0).get("id")).isEqualTo(first.get(0).get("id"));
    }

    @Test
    void whatCannotBeTakenBackIsATask() {
        Account account = open("acme", "zengin-01");
        JsonNode job = finished(accepted(
                "zengin-01",
                file(
                        "zengin-01",
                        account,
                        DAY,
                        DAY,
                        List.of(Transfer.of(DAY, 777, "ﾅｲ", "5").takenBack()))));

        assertThat(outcomes(rows(job))).containsExactly("CANCELLATION_OPEN", "COVERED");
        assertThat(rows(job).get(0).at("/faults/0/code").asString()).isEqualTo("receipt-not-found");
        JsonNode tasks = now("/v1/tasks?kind=CHECK_CANCELLATION&clientId=acme").get("items");
        assertThat(tasks.valueStream()
                        .filter(task -> task.get("about").asString().endsWith("/" + id(account))))
                .hasSize(1)
                .allSatisfy(
                        task -> assertThat(task.at("/facts/amount").asString()).isEqualTo("777"));
    }

    @Test
    void anotherFormatOnlyReconciles() {
        Account account = open("acme", "zengin-01");
        Transfer one = Transfer.of(DAY, 1000, "ｱｲｳ", "1");
        Transfer two = Transfer.of(DAY, 2000, "ｱｲｳ", "2");
        finished(accepted("zengin-01", file("zengin-01", account, DAY, DAY, List.of(one, one, two))));
        List<JsonNode> rows = rows(finished(accepted(
                "camt.054",
                file(
                        "camt.054",
                        account,
                        DAY,
                        DAY,
                        List.of(one, one, one, Transfer.of(DAY, 1, "ｱｲｳ", "3").outgoing())))));

        assertThat(outcomes(rows)).containsExactly("RECONCILED", "RECONCILED", "MISSING", "NOT_INCOMING", "COMPARED");
        assertThat(rows.get(0).get("id")).isNotEqualTo(rows.get(1).get("id"));
        assertThat(receiptsOn(account)).hasSize(3);
        List<JsonNode> fewer = rows(finished(accepted("camt.054", file("camt.054", account, DAY, DAY, List.of(two)))));
        assertThat(outcomes(fewer)).containsExactly("RECONCILED", "DIFFERS");
    }

    @Test
    void anUnknownAccountRefusesTheFile() {
        Account account = open("acme", "zengin-03");
        byte[] file = BankFileWriter.zengin03(
                List.of(
                        new Section(account, DAY, DAY, List.of(Transfer.of(DAY, 1, "ｱ", "1"))),
                        new Section(new Account("9999", "001", 1, "0000001"), DAY, DAY, List.of())),
                "\r\n",
                "");
        Reply reply = send("zengin-03", file, "");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("unusable-bank-file");
        assertThat(faults(reply)).containsExactly("/records/4 unknown-account");
        assertThat(receiptsOn(account)).isEmpty();
    }

    @Test
    void everyFaultIsSaidAtOnceAndNothingIsBooked() {
        Account account = open("acme", "zengin-01");
        byte[] file = file(
                "zengin-01", account, DAY, DAY, List.of(Transfer.of(DAY, 1, "ｱ", "1"), Transfer.of(DAY, 2, "ｱ", "2")));
        file[202 + 28] = 'x';
        file[404 + 7] = '9';
        Reply reply = send("zengin-01", file, "");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(faults(reply))
                .containsExactly(
                        "/records/2/amount not-digits", "/records/3/booked bad-date", "/records/4/total sum-differs");
        assertThat(receiptsOn(account)).isEmpty();
    }

    @Test
    void anAccountThatTheFileDoesNotTellIsNamed() {
        Account account = open("acme", "camt.054");
        String whole = new String(
                file("camt.054", account, DAY, DAY, List.of(Transfer.of(DAY, 1, "ｱ", "1"))),
                java.nio.charset.StandardCharsets.UTF_8);
        byte[] bare = whole.replaceFirst("<Svcr>.*</Svcr>", "").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(faults(send("camt.054", bare, ""))).containsExactly("/notifications/1 unknown-account");
        assertThat(faults(send(
                        "camt.054", bare, "&bankAccountId=" + id(open("acme", "camt.054")), "Seikyu-Client", "acme")))
                .containsExactly("/notifications/1 other-account");
        Reply named = send("camt.054", bare, "&bankAccountId=" + id(account), "Seikyu-Client", "acme");
        assertThat(outcomes(rows(finished(named)))).containsExactly("UNMATCHED", "COVERED");
    }

    @Test
    void anotherClientsAccountIsUnknown() {
        Account account = open("acme", "zengin-01");
        byte[] file = file("zengin-01", account, DAY, DAY, List.of(Transfer.of(DAY, 1, "ｱ", "1")));

        assertThat(faults(send("zengin-01", file, "", "Seikyu-Client", "beta")))
                .containsExactly("/records/1 unknown-account");
        assertThat(faults(as(key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"beta\"}"), file)))
                .containsExactly("/records/1 unknown-account");
        assertThat(as(key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"acme\"}"), file)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void theAgencysAccountIsForKeysThatNoClientLimits() {
        Account account = open(null, "zengin-01");
        byte[] file = file("zengin-01", account, DAY, DAY, List.of(Transfer.of(DAY, 1, "ｱ", "1")));

        assertThat(faults(send("zengin-01", file, "", "Seikyu-Client", "acme")))
                .containsExactly("/records/1 unknown-account");
        assertThat(faults(as(key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}"), file)))
                .containsExactly("/records/1 unknown-account");
        List<JsonNode> rows = rows(finished(as(key("{\"roles\": [\"OPERATOR\"]}"), file)));
        assertThat(outcomes(rows)).containsExactly("UNMATCHED", "COVERED");
        JsonNode shown = now("/v1/bank-accounts/" + id(account));
        assertThat(shown.get("owner").asString()).isEqualTo("AGENCY");
        assertThat(shown.at("/coverage/through").asString()).isEqualTo("2026-06-29");
        Reply cover = seikyu.send(
                "POST",
                "/v1/bank-accounts/" + id(account) + "/coverage",
                seikyu.admin,
                "{\"through\": \"2026-06-30\"}",
                "Seikyu-Client",
                "agency");
        assertThat(cover.json().get("through").asString()).isEqualTo("2026-06-30");
    }

    @Test
    void anAccountIsOnFileOnce() {
        Account account = open("acme", "zengin-01");
        Reply again = seikyu.send(
                "POST",
                "/v1/bank-accounts",
                seikyu.admin,
                body("again", "beta", account, "zengin-03").toString());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("bank-account-on-file");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherDetailsHoldWhenASecondPersonApproves(boolean ofAgency) {
        Account account = open(ofAgency ? null : "acme", "zengin-01");
        Account moved = new Account("0001", "123", 2, "%07d".formatted(++accounts));
        String owner = ofAgency ? "agency" : "acme";
        Reply asked = seikyu.send(
                "POST",
                "/v1/bank-accounts/" + id(account) + "/amendments",
                seikyu.admin,
                "{\"reason\": \"the branch closed\", \"changes\": {\"kind\": \"2\", \"number\": \"" + moved.number()
                        + "\"}}",
                "Seikyu-Client",
                owner);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String decision = "/v1/approvals/" + asked.json().get("approvalId").asString() + "/decision";
        String yes = "{\"decision\": \"APPROVE\", \"reason\": \"the bank's letter says so\"}";
        Reply own = seikyu.send("POST", decision, seikyu.admin, yes, "Seikyu-Client", owner);
        assertThat(own.code()).isEqualTo("four-eyes");
        byte[] file = file("zengin-01", moved, DAY, DAY, List.of(Transfer.of(DAY, 1, "ｱ", "1")));
        assertThat(faults(send("zengin-01", file, ""))).containsExactly("/records/1 unknown-account");

        Reply done = seikyu.send("POST", decision, key("{\"roles\": [\"REVIEWER\"]}"), yes, "Seikyu-Client", owner);

        assertThat(done.json().get("state").asString()).as(done.body()).isEqualTo("CARRIED_OUT");
        assertThat(now("/v1/bank-accounts/" + id(account)).get("number").asString())
                .isEqualTo(moved.number());
        finished(send("zengin-01", file, ""));
        assertThat(receiptsOn(account)).hasSize(1);
        seikyu.done("/v1/bank-accounts", seikyu.admin, body("re" + account.number(), "beta", account, "zengin-01"));
    }

    @Test
    void aContractNamesAnAccountThatIsOnFile() {
        seikyu.done("/v1/accounts", seikyu.admin, with(sample("accounts.json").get(0), "clientId", "acme"));
        Account ours = open("acme", "zengin-01");
        Account theAgencys = open(null, "zengin-01");
        Account others = open("beta", "zengin-01");
        ObjectNode contract = with(sample("contracts.json").get(0), "clientId", "acme");
        Reply refused = seikyu.send(
                "POST",
                "/v1/contracts",
                seikyu.admin,
                with(contract, "contractId", "c1", "collectionAccountId", id(others))
                        .toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(faults(refused)).containsExactly("/collectionAccountId bank-account-not-found");
        seikyu.done("/v1/contracts", seikyu.admin, with(contract, "contractId", "c1", "collectionAccountId", id(ours)));
        seikyu.done(
                "/v1/contracts",
                seikyu.admin,
                with(contract, "contractId", "c2", "collectionAccountId", id(theAgencys)));
    }

    @Test
    void nothingThatIsSentBreaksIt() {
        Random random = new Random(38);
        for (int i = 0; i < 60; i++) {
            byte[] file = new byte[random.nextInt(1200)];
            random.nextBytes(file);
            for (String format : List.of("zengin-01", "zengin-03", "camt.054", "nonsense", "")) {
                Reply reply = send(format, file, "");
                assertThat(reply.status()).as(format + reply.body()).isBetween(400, 499);
                assertThat(reply.code()).isNotEmpty();
            }
        }
        assertThat(seikyu.send("POST", "/v1/receipts:import", seikyu.admin, "x").status())
                .isEqualTo(400);
    }

    private static Account open(String client, String format) {
        Account account = new Account("0001", "123", 1, "%07d".formatted(++accounts));
        seikyu.done("/v1/bank-accounts", seikyu.admin, body(id(account), client, account, format));
        return account;
    }

    private static ObjectNode body(String id, String client, Account account, String format) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("bankAccountId", id).put("owner", client == null ? "AGENCY" : "CLIENT");
        if (client != null) {
            body.put("clientId", client);
        }
        return body.put("bank", account.bank())
                .put("branch", account.branch())
                .put("kind", "" + account.kind())
                .put("number", account.number())
                .put("holder", "ｼﾞﾑｶﾝﾘ")
                .put("bookingFormat", format);
    }

    private static String id(Account account) {
        return "b" + account.number();
    }

    private static byte[] file(String format, Account account, LocalDate from, LocalDate to, List<Transfer> transfers) {
        Section section = new Section(account, from, to, transfers);
        return switch (format) {
            case "zengin-01" -> BankFileWriter.zengin01(section, "\r\n", "\u001a");
            case "zengin-03" -> BankFileWriter.zengin03(List.of(section), "", "");
            default -> BankFileWriter.camt054("08", section);
        };
    }

    private static Reply accepted(String format, byte[] file) {
        return send(format, file, "");
    }

    private static Reply send(String format, byte[] file, String more, String... headers) {
        return seikyu.send(
                "POST",
                "/v1/receipts:import?format=" + format + more,
                seikyu.admin,
                "application/octet-stream",
                file,
                headers);
    }

    private static Reply as(String key, byte[] file) {
        return seikyu.send("POST", "/v1/receipts:import?format=zengin-01", key, "application/octet-stream", file);
    }

    private static String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, JsonMapper.shared().readTree(body))
                .json()
                .get("key")
                .asString();
    }

    private static JsonNode finished(Reply accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String path = "/v1/jobs/" + accepted.json().get("jobId").asString() + "?atLeast=" + accepted.position();
        JsonNode job = seikyu.send("GET", path, seikyu.admin, null).json();
        while (job.path("status").asString("").equals("RUNNING") || job.has("code")) {
            job = seikyu.send("GET", path, seikyu.admin, null).json();
        }
        assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("DONE");
        return job;
    }

    private static List<JsonNode> rows(JsonNode job) {
        List<JsonNode> rows = new ArrayList<>();
        now("/v1/jobs/" + job.get("jobId").asString() + "/rows?limit=500")
                .get("items")
                .forEach(rows::add);
        return rows;
    }

    private static List<String> outcomes(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("outcome").asString()).toList();
    }

    private static List<String> faults(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        return reply.json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").asString() + " "
                        + fault.get("code").asString())
                .toList();
    }

    private static List<JsonNode> receiptsOn(Account account) {
        List<JsonNode> receipts = new ArrayList<>();
        now("/v1/receipts?limit=500").get("items").forEach(receipt -> {
            if (receipt.at("/source/bankAccountId").asString("").equals(id(account))) {
                receipts.add(receipt);
            }
        });
        return receipts;
    }

    private static JsonNode now(String path) {
        String wait =
                (path.contains("?") ? "&" : "?") + "atLeast=" + seikyu.log().head();
        Reply reply = seikyu.send("GET", path + wait, seikyu.admin, null);
        assertThat(reply.status()).as(path + reply.body()).isEqualTo(200);
        return reply.json();
    }
}
