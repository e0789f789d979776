package io.seikyu.standalone;

import static io.seikyu.standalone.CreditScene.points;
import static io.seikyu.standalone.CreditScene.texts;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sentences of the trade about credit (与信), each as one way through the running program. */
@Timeout(300)
class SeedsCreditIT {
    @TempDir
    private static Path data;

    private static CreditScene scene;

    @BeforeAll
    static void twoClientCompanies() {
        scene = new CreditScene(RunningSeikyu.on(data));
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            Reproduced.thenClose("credit", scene.seikyu, "coverage", "credit", "review");
        }
    }

    @Test
    void line12_collectsCreditStandingTradingHistoryAndFrequencyOfDelay() {
        scene.payer("line12");
        for (int month = 0; month < 3; month++) {
            scene.paid("line12", month, "TRANSFER");
        }
        scene.signal("line12", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");

        JsonNode screening = scene.screen("line12", "{}");

        assertThat(screening.get("grade").stringValue()).isEqualTo("NORMAL");
        assertThat(screening.get("creditLimit").stringValue()).isEqualTo("400000");
        assertThat(screening.get("policyVersion").stringValue()).isEqualTo("credit/default@0");
        assertThat(points(screening, "/points/bureau")).isEqualByComparingTo("34");
        assertThat(points(screening, "/points/payments")).isEqualByComparingTo("35");
        assertThat(screening.at("/inputs/bureau.score").stringValue()).isEqualTo("70");
        assertThat(screening.at("/inputs/payments.counted").stringValue()).isEqualTo("3");
        assertThat(screening.at("/inputs/payments.onTime").stringValue()).isEqualTo("3");
        assertThat(texts(screening.get("reasons"))).contains("EXTERNAL_ASSESSMENT_GOOD", "PAYS_ON_TIME");
        assertThat(texts(screening.get("measures"))).containsExactly("NONE");

        JsonNode account = scene.get(
                scene.person,
                "/v1/accounts/line12?atLeast=" + scene.seikyu.log().head());
        assertThat(account.get("grade").stringValue()).isEqualTo("NORMAL");
        assertThat(account.get("creditLimit").stringValue()).isEqualTo("400000");
    }

    @Test
    void line13_usesPaymentTimingAndMethodsAsSignals() {
        scene.payer("line13-bank");
        scene.payer("line13-cash");
        for (int month = 0; month < 3; month++) {
            scene.paid("line13-bank", month, "TRANSFER");
            scene.paid("line13-cash", month, month == 0 ? "TRANSFER" : month == 1 ? "CASH" : "CHEQUE");
        }

        JsonNode bank = scene.screen("line13-bank", "{}");
        JsonNode cash = scene.screen("line13-cash", "{}");

        assertThat(points(bank, "/points/payments")).isEqualByComparingTo("35");
        assertThat(points(cash, "/points/payments")).isLessThan(points(bank, "/points/payments"));
        assertThat(cash.at("/inputs/payments.methods.CASH").stringValue()).isEqualTo("1");
        assertThat(cash.at("/inputs/payments.averageDaysLate").stringValue()).isEqualTo("0.00");
    }

    @Test
    void line14_actsAtOnceWhenAPayerDeterioratesOrGoesBankrupt() {
        scene.payer("line14");
        scene.seikyu.done("/v1/accounts", scene.operator, scene.account("line14-there", "other"));
        scene.issued("line14", 0);
        scene.signal("line14", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        assertThat(scene.screen("line14", "{}").get("grade").stringValue()).isEqualTo("REDUCED_LIMIT");

        scene.signal("line14", scene.operator, "DETERIORATION", "\"source\": \"営業担当\"");
        scene.await(
                "/v1/accounts/line14",
                account -> account.get("grade").stringValue().equals("SHORTER_TERMS"));
        assertThat(texts(scene.get(scene.person, "/v1/accounts/line14").get("creditReasons")))
                .contains("DETERIORATION");

        scene.signal("line14", scene.operator, "TAX_ARREARS", "\"source\": \"営業担当\"");
        scene.await("/v1/accounts/line14", account -> account.get("onHold").booleanValue());
        JsonNode toJudge = scene.get(scene.credit, "/v1/tasks?kind=JUDGE_SIGNAL");
        assertThat(toJudge.get("items")).hasSize(2);

        scene.issued("line14", 1, "LETTER");
        assertThat(scene.awaitItems(scene.operator, "/v1/tasks?kind=POST_LETTER&accountId=line14"))
                .hasSize(1);
        Reply bankrupt = scene.signal(
                "line14",
                scene.operator,
                "BANKRUPTCY",
                "\"source\": \"官報\", \"proceeding\": \"破産\", \"representative\": \"管財人 弁護士 甲\","
                        + " \"filingDeadline\": \"2027-02-26\"");
        // in the same commit, before any reaction
        JsonNode account = scene.get(scene.operator, "/v1/accounts/line14?atLeast=" + bankrupt.position());
        assertThat(account.get("creditLimit").stringValue()).isEqualTo("0");
        assertThat(account.get("insolvent").booleanValue()).isTrue();
        JsonNode claim = scene.get(scene.operator, "/v1/tasks?kind=FILE_CLAIM").at("/items/0");
        assertThat(claim.get("dueOn").stringValue()).isEqualTo("2027-02-26");
        assertThat(claim.at("/facts/proceeding").stringValue()).isEqualTo("破産");
        scene.await("/v1/accounts/line14", it -> it.get("grade").stringValue().equals("DECLINED"));

        scene.await(
                "/v1/tasks?kind=POST_LETTER&accountId=line14&atLeast="
                        + scene.seikyu.log().head(),
                tasks -> tasks.get("items").isEmpty());

        JsonNode proposed = scene.awaitItems(scene.operator, "/v1/tasks?kind=CHECK_INSOLVENCY&clientId=other");
        assertThat(proposed).hasSize(1);
        assertThat(proposed.get(0).get("about").stringValue()).isEqualTo("other/account/line14-there");
        assertThat(proposed.toString()).doesNotContain("minato", "line14\"");
        String elsewhere = scene.body(scene.auditor, "/v1/audit/events?tenant=other&type=task.opened&limit=500");
        assertThat(elsewhere).contains("CHECK_INSOLVENCY").doesNotContain("minato");
        assertThat(scene.get(scene.operator, "/v1/accounts/line14-there?clientId=other")
                        .get("insolvent")
                        .booleanValue())
                .isFalse();

        JsonNode company =
                scene.get(scene.credit, "/v1/companies/8345678900023/exposure?atLeast=" + bankrupt.position());
        assertThat(new BigDecimal(company.get("exposure").stringValue())).isPositive();
        assertThat(texts(company.get("payers"), "accountId")).contains("line14", "line14-there");
    }

    @Test
    void line15_changesTermsReducesAmountsAndAsksForInstalmentsOrPrepayment() {
        scene.payer("line15");
        scene.contract("line15", "line15-collected", "AGENT");
        scene.contract("line15", "line15-bought", "PURCHASED");
        scene.signal("line15", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        JsonNode screening = scene.screen("line15", "{}");
        assertThat(texts(screening.get("measures"))).as(screening.toString()).contains("SHORTER_TERMS");
        String id = screening.get("screeningId").stringValue();

        Reply notProposed = scene.measure(scene.operator, "line15", id, "PREPAYMENT", "line15-bought", "");
        assertThat(notProposed.code()).isEqualTo("measure-not-proposed");
        Reply longer = scene.measure(
                scene.operator,
                "line15",
                id,
                "SHORTER_TERMS",
                "line15-bought",
                ", \"terms\": {\"closingDay\": \"EOM\", \"monthOffset\": 2, \"payDay\": \"EOM\"}");
        assertThat(longer.code()).as(longer.body()).isEqualTo("invalid-measure");

        String shorter = ", \"terms\": {\"closingDay\": \"EOM\", \"monthOffset\": 1, \"payDay\": 10}";
        Reply asked = scene.measure(scene.operator, "line15", id, "SHORTER_TERMS", "line15-collected", shorter);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().get("decider").stringValue()).isEqualTo("CLIENT");
        assertThat(scene.get(
                                scene.operator,
                                "/v1/contracts/line15-collected?atLeast="
                                        + scene.seikyu.log().head())
                        .at("/terms/payDay")
                        .stringValue())
                .isEqualTo("EOM");
        scene.approve(scene.person, asked);
        scene.await(
                "/v1/contracts/line15-collected",
                it -> it.at("/terms/payDay").stringValue().equals("10"));

        Reply internal = scene.measure(scene.credit, "line15", id, "SHORTER_TERMS", "line15-bought", shorter);
        assertThat(internal.json().get("decider").stringValue()).isEqualTo("CREDIT");
        assertThat(scene.decide(scene.credit, internal).code()).isEqualTo("four-eyes");
        scene.approve(scene.otherCredit, internal);
        JsonNode file = scene.get(
                scene.credit,
                "/v1/accounts/line15/credit?atLeast=" + scene.seikyu.log().head());
        assertThat(texts(file.get("measures"), "contractId")).containsExactly("line15-collected", "line15-bought");
        Reply stands = scene.measure(
                scene.operator,
                "line15",
                id,
                "SHORTER_TERMS",
                "line15-bought",
                ", \"approvalId\": \"" + internal.json().get("approvalId").stringValue() + "\"");
        assertThat(stands.json().get("status").stringValue()).isEqualTo("CARRIED_OUT");
    }

    @Test
    void line15_instalmentsAndGuaranteesBindWhatIsAskedForAndWhatIsCovered() {
        scene.payer("line15-parts");
        scene.contract("line15-parts", "line15-parts", "PURCHASED");
        scene.signal("line15-parts", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        String milder = scene.screen("line15-parts", "{}").get("screeningId").stringValue();
        Reply nothingSaid = scene.measure(scene.credit, "line15-parts", milder, "INSTALMENTS", "line15-parts", "");
        assertThat(nothingSaid.code()).isEqualTo("invalid-measure");
        assertThat(texts(nothingSaid.json().get("errors"), "pointer")).containsExactly("/limit");
        instalments("line15-parts", milder, "30000");

        Reply whole = scene.submit(scene.invoice("line15-parts", "line15-parts", LocalDate.of(2026, 6, 1)));
        assertThat(texts(whole.json().get("findings"), "code")).contains("INSTALMENT_EXCEEDED");
        assertThat(whole.json().get("status").stringValue()).isEqualTo("IN_REVIEW");
        scene.covered(whole, "30000", "WITHIN_LIMIT", "INSTALMENT_EXCEEDED");
        // what was delivered before is not bound by it
        Reply before = scene.submit(with(
                scene.invoice("line15-parts", "line15-parts", LocalDate.of(2026, 5, 1)),
                "invoiceId",
                "line15-may",
                "invoiceNumber",
                "C-line15-may"));
        assertThat(before.json().get("status").stringValue()).isEqualTo("APPROVED");

        scene.signal("line15-parts", scene.operator, "DETERIORATION", "\"source\": \"営業担当\"");
        JsonNode worse = scene.screen("line15-parts", "{}");
        assertThat(texts(worse.get("measures"))).containsExactly("PREPAYMENT", "GUARANTEE");
        assertThat(worse.get("creditLimit").stringValue()).isEqualTo("0");
        scene.contract("line15-parts", "line15-guaranteed", "PURCHASED");
        Reply bare = scene.submit(scene.invoice("line15-parts", "line15-guaranteed", LocalDate.of(2026, 7, 1)));
        scene.covered(bare, "0", "LIMIT_EXCEEDED");
        scene.seikyu.done(
                "/v1/invoices/line15-guaranteed/cancellation",
                scene.operator,
                JsonMapper.shared().readTree("{\"reason\": \"試算\"}"),
                "Seikyu-Client",
                "minato");
        String from = ", \"effectiveFrom\": \"2026-07-01\", \"limit\": \"";
        String id = worse.get("screeningId").stringValue();
        scene.approve(
                scene.otherCredit,
                scene.measure(scene.credit, "line15-parts", id, "GUARANTEE", "line15-guaranteed", from + "70000\""));
        assertThat(scene.get(
                                scene.operator,
                                "/v1/contracts/line15-guaranteed?atLeast="
                                        + scene.seikyu.log().head())
                        .at("/credit/guaranteed")
                        .stringValue())
                .isEqualTo("70000");
        // 46,224 yen of May are open: 23,776 of the guarantee are left
        scene.covered(
                scene.submit(with(
                        scene.invoice("line15-parts", "line15-guaranteed", LocalDate.of(2026, 7, 1)),
                        "invoiceId",
                        "line15-july",
                        "invoiceNumber",
                        "C-line15-july")),
                "23776",
                "GUARANTEED",
                "LIMIT_EXCEEDED");
    }

    @Test
    void line15_whatOthersTookMeanwhileIsCoveredNoMoreWhenAPersonApproves() {
        scene.payer("line15-waits");
        scene.contract("line15-waits", "line15-waits", "PURCHASED");
        scene.signal("line15-waits", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        JsonNode screened = scene.screen("line15-waits", "{}");
        instalments("line15-waits", screened.get("screeningId").stringValue(), "30000");
        Reply last = null;
        for (int month = 6; month <= 12; month++) {
            last = scene.submit(with(
                    scene.invoice("line15-waits", "line15-waits", LocalDate.of(2026, month, 1)),
                    "invoiceId",
                    "line15-waits-" + month,
                    "invoiceNumber",
                    "C-line15-waits-" + month));
            assertThat(last.json().get("status").stringValue()).isEqualTo("IN_REVIEW");
        }
        scene.covered(last, "30000", "WITHIN_LIMIT", "INSTALMENT_EXCEEDED");
        for (int month = 6; month <= 12; month++) {
            scene.seikyu.done(
                    "/v1/invoices/line15-waits-" + month + "/decision",
                    scene.seikyu.admin,
                    JsonMapper.shared().readTree("{\"decision\": \"APPROVE\", \"reason\": \"承知した\"}"),
                    "Seikyu-Client",
                    "minato");
        }
        scene.covered(last, "0", "INSTALMENT_EXCEEDED");
    }

    private static void instalments(String payer, String screening, String limit) {
        String terms = ", \"limit\": \"" + limit + "\", \"effectiveFrom\": \"2026-06-01\"";
        scene.approve(scene.otherCredit, scene.measure(scene.credit, payer, screening, "INSTALMENTS", payer, terms));
    }

    @Test
    void line15_aPrepaymentCustomersInvoiceIsDueBeforeTheDelivery() {
        scene.payer("line15-first");
        scene.contract("line15-first", "line15-first", "PURCHASED");
        scene.signal("line15-first", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        scene.signal("line15-first", scene.operator, "DETERIORATION", "\"source\": \"営業担当\"");
        String id = scene.screen("line15-first", "{}").get("screeningId").stringValue();
        Reply afterwards = scene.measure(
                scene.credit,
                "line15-first",
                id,
                "PREPAYMENT",
                "line15-first",
                ", \"terms\": {\"closingDay\": \"EOM\", \"monthOffset\": 0, \"payDay\": \"EOM\"}");
        assertThat(afterwards.code()).isEqualTo("invalid-measure");
        scene.approve(
                scene.otherCredit,
                scene.measure(
                        scene.credit,
                        "line15-first",
                        id,
                        "PREPAYMENT",
                        "line15-first",
                        ", \"effectiveFrom\": \"2026-06-01\""));

        LocalDate june = LocalDate.of(2026, 6, 1);
        Reply late = scene.submit(scene.invoice("line15-first", "line15-first", june));
        assertThat(late.json().get("status").stringValue()).isEqualTo("DISCREPANT");
        JsonNode finding = late.json().at("/findings/0");
        assertThat(finding.get("code").stringValue()).isEqualTo("DUE_DATE_MISMATCH");
        LocalDate due = LocalDate.parse(finding.get("expected").stringValue());
        assertThat(due).isEqualTo(june);
        ObjectNode correction = with(
                scene.invoice("line15-first", "line15-first", june), "dueDate", due.toString(), "reason", "前払いの約定どおり");
        correction.remove("invoiceId");
        Reply corrected = scene.post(scene.operator, "/v1/invoices/line15-first/corrections", correction.toString());
        assertThat(corrected.status()).as(corrected.body()).isLessThan(300);
        assertThat(texts(corrected.json().get("findings"), "code")).containsExactly("CREDIT_LIMIT_EXCEEDED");
        scene.covered(corrected, "0", "LIMIT_EXCEEDED");
        JsonNode issued = scene.get(
                scene.operator,
                "/v1/invoices/line15-first?atLeast=" + scene.seikyu.log().head());
        assertThat(issued.get("dueDate").stringValue()).isEqualTo("2026-06-01");
        assertThat(issued.get("status").stringValue()).isIn("APPROVED", "ISSUED");
    }

    @Test
    void line16_scalesTheMeasureToTheSizeOfTheRisk() {
        scene.payer("line16");
        List<String> measures = new ArrayList<>();
        for (String score : List.of("90", "45", "10")) {
            scene.signal("line16", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"" + score + "\"");
            measures.add(texts(scene.screen("line16", "{}").get("measures")).toString());
        }
        assertThat(measures).containsExactly("[REDUCE_AMOUNT]", "[REDUCE_AMOUNT]", "[SHORTER_TERMS, INSTALMENTS]");

        JsonNode tooMuch = scene.screen("line16", "{\"requestedAmount\": \"90000000\"}");
        assertThat(texts(tooMuch.get("measures"))).contains("REDUCE_AMOUNT");
        assertThat(texts(tooMuch.get("reasons"))).contains("AMOUNT_ABOVE_LIMIT");
        assertThat(texts(tooMuch.get("alternatives"))).anyMatch(it -> it.startsWith("REQUESTED_AMOUNT 90000000 -> "));
    }

    @Test
    void line20_whatIsLearntMakesTheNextScreeningBetter() {
        scene.payer("line20");
        scene.signal("line20", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        JsonNode first = scene.screen("line20", "{}");
        assertThat(first.get("grade").stringValue()).isEqualTo("REDUCED_LIMIT");
        assertThat(texts(first.get("reasons"))).contains("DATA_MISSING");

        for (int month = 0; month < 3; month++) {
            scene.paid("line20", month, "TRANSFER");
        }

        scene.await(
                "/v1/accounts/line20",
                account -> account.get("grade").stringValue().equals("NORMAL"));
        String feed = scene.body(scene.system, "/v1/events?after=-1");
        assertThat(feed.lines().filter(it -> it.contains("account.grade-given") && it.contains("line20")))
                .hasSize(2)
                .anyMatch(it -> it.contains("\"before\":\"REDUCED_LIMIT\"") && it.contains("\"grade\":\"NORMAL\""));
        JsonNode file = scene.get(scene.credit, "/v1/accounts/line20/credit");
        assertThat(file.get("screenings")).hasSizeGreaterThanOrEqualTo(2);
    }
}
