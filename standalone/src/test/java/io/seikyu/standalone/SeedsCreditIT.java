package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sentences of the trade about credit (与信), each as one way through the running program, and who sees what of it. */
@Timeout(300)
class SeedsCreditIT {
    private static final PaymentTerms TERMS = new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT);
    private static final BankCalendar CALENDAR = BankCalendar.japan();
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String SECRET = "帝国調査報告書";

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static String operator;
    private static String credit;
    private static String otherCredit;
    private static String person;
    private static String system;
    private static String auditor;

    @BeforeAll
    static void twoClientCompanies() {
        seikyu = RunningSeikyu.on(data);
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        seikyu.done("/v1/clients", seikyu.admin, with(sample("client.json"), "clientId", "other"));
        operator = key("{\"roles\": [\"OPERATOR\"]}");
        credit = key("{\"roles\": [\"CREDIT\"]}");
        otherCredit = key("{\"roles\": [\"CREDIT\"]}");
        auditor = key("{\"roles\": [\"AUDITOR\"]}");
        person = key("{\"roles\": [\"CLIENT\"], \"clientId\": \"minato\"}");
        system = key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"minato\"}");
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            seikyu.close();
        }
    }

    @Test
    void line12_collectsCreditStandingTradingHistoryAndFrequencyOfDelay() {
        payer("line12");
        for (int month = 0; month < 3; month++) {
            paid("line12", month, "TRANSFER");
        }
        signal("line12", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");

        JsonNode screening = screen("line12", "{}");

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

        JsonNode account =
                get(person, "/v1/accounts/line12?atLeast=" + seikyu.log().head());
        assertThat(account.get("grade").stringValue()).isEqualTo("NORMAL");
        assertThat(account.get("creditLimit").stringValue()).isEqualTo("400000");
    }

    @Test
    void line13_usesPaymentTimingAndMethodsAsSignals() {
        payer("line13-bank");
        payer("line13-cash");
        for (int month = 0; month < 3; month++) {
            paid("line13-bank", month, "TRANSFER");
            paid("line13-cash", month, month == 0 ? "TRANSFER" : month == 1 ? "CASH" : "CHEQUE");
        }

        JsonNode bank = screen("line13-bank", "{}");
        JsonNode cash = screen("line13-cash", "{}");

        assertThat(points(bank, "/points/payments")).isEqualByComparingTo("35");
        assertThat(points(cash, "/points/payments")).isLessThan(points(bank, "/points/payments"));
        assertThat(cash.at("/inputs/payments.methods.CASH").stringValue()).isEqualTo("1");
        assertThat(cash.at("/inputs/payments.averageDaysLate").stringValue()).isEqualTo("0.00");
    }

    @Test
    void line14_actsAtOnceWhenAPayerDeterioratesOrGoesBankrupt() {
        payer("line14");
        seikyu.done("/v1/accounts", operator, account("line14-there", "other"));
        issued("line14", 0);
        signal("line14", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        assertThat(screen("line14", "{}").get("grade").stringValue()).isEqualTo("REDUCED_LIMIT");

        signal("line14", operator, "DETERIORATION", "\"source\": \"営業担当\"");
        await(
                "/v1/accounts/line14",
                account -> account.get("grade").stringValue().equals("SHORTER_TERMS"));
        assertThat(texts(get(person, "/v1/accounts/line14").get("creditReasons")))
                .contains("DETERIORATION");

        signal("line14", operator, "TAX_ARREARS", "\"source\": \"営業担当\"");
        await("/v1/accounts/line14", account -> account.get("onHold").booleanValue());
        JsonNode toJudge = get(credit, "/v1/tasks?kind=JUDGE_SIGNAL");
        assertThat(toJudge.get("items")).hasSize(2);

        Reply bankrupt = signal(
                "line14",
                operator,
                "BANKRUPTCY",
                "\"source\": \"官報\", \"proceeding\": \"破産\", \"representative\": \"管財人 弁護士 甲\","
                        + " \"filingDeadline\": \"2027-02-26\"");
        // in the same commit, before any reaction
        JsonNode account = get(operator, "/v1/accounts/line14?atLeast=" + bankrupt.position());
        assertThat(account.get("creditLimit").stringValue()).isEqualTo("0");
        assertThat(account.get("insolvent").booleanValue()).isTrue();
        JsonNode claim = get(operator, "/v1/tasks?kind=FILE_CLAIM").at("/items/0");
        assertThat(claim.get("dueOn").stringValue()).isEqualTo("2027-02-26");
        assertThat(claim.at("/facts/proceeding").stringValue()).isEqualTo("破産");
        await("/v1/accounts/line14", it -> it.get("grade").stringValue().equals("DECLINED"));

        JsonNode proposed = awaitItems(operator, "/v1/tasks?kind=CHECK_INSOLVENCY&clientId=other");
        assertThat(proposed).hasSize(1);
        assertThat(proposed.get(0).get("about").stringValue()).isEqualTo("other/account/line14-there");
        assertThat(proposed.toString()).doesNotContain("minato", "line14\"");
        String elsewhere = body(auditor, "/v1/audit/events?tenant=other&type=task.opened&limit=500");
        assertThat(elsewhere).contains("CHECK_INSOLVENCY").doesNotContain("minato");
        assertThat(get(operator, "/v1/accounts/line14-there?clientId=other")
                        .get("insolvent")
                        .booleanValue())
                .isFalse();

        JsonNode company = get(credit, "/v1/companies/8345678900023/exposure?atLeast=" + bankrupt.position());
        assertThat(new BigDecimal(company.get("exposure").stringValue())).isPositive();
        assertThat(texts(company.get("payers"), "accountId")).contains("line14", "line14-there");
    }

    @Test
    void line15_changesTermsReducesAmountsAndAsksForInstalmentsOrPrepayment() {
        payer("line15");
        contract("line15", "line15-collected", "AGENT");
        contract("line15", "line15-bought", "PURCHASED");
        signal("line15", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        JsonNode screening = screen("line15", "{}");
        assertThat(texts(screening.get("measures"))).as(screening.toString()).contains("SHORTER_TERMS");
        String id = screening.get("screeningId").stringValue();

        Reply notProposed = measure(operator, "line15", id, "PREPAYMENT", "line15-bought", "");
        assertThat(notProposed.code()).isEqualTo("measure-not-proposed");
        Reply longer = measure(
                operator,
                "line15",
                id,
                "SHORTER_TERMS",
                "line15-bought",
                ", \"terms\": {\"closingDay\": \"EOM\", \"monthOffset\": 2, \"payDay\": \"EOM\"}");
        assertThat(longer.code()).as(longer.body()).isEqualTo("invalid-measure");

        String shorter = ", \"terms\": {\"closingDay\": \"EOM\", \"monthOffset\": 1, \"payDay\": 10}";
        Reply asked = measure(operator, "line15", id, "SHORTER_TERMS", "line15-collected", shorter);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().get("decider").stringValue()).isEqualTo("CLIENT");
        assertThat(get(
                                operator,
                                "/v1/contracts/line15-collected?atLeast="
                                        + seikyu.log().head())
                        .at("/terms/payDay")
                        .stringValue())
                .isEqualTo("EOM");
        approve(person, asked);
        await(
                "/v1/contracts/line15-collected",
                it -> it.at("/terms/payDay").stringValue().equals("10"));

        Reply internal = measure(credit, "line15", id, "SHORTER_TERMS", "line15-bought", shorter);
        assertThat(internal.json().get("decider").stringValue()).isEqualTo("CREDIT");
        assertThat(decide(credit, internal).code()).isEqualTo("four-eyes");
        approve(otherCredit, internal);
        JsonNode file =
                get(credit, "/v1/accounts/line15/credit?atLeast=" + seikyu.log().head());
        assertThat(texts(file.get("measures"), "contractId")).containsExactly("line15-collected", "line15-bought");
        Reply stands = measure(
                operator,
                "line15",
                id,
                "SHORTER_TERMS",
                "line15-bought",
                ", \"approvalId\": \"" + internal.json().get("approvalId").stringValue() + "\"");
        assertThat(stands.json().get("status").stringValue()).isEqualTo("CARRIED_OUT");
    }

    @Test
    void line15_instalmentsAndGuaranteesBindWhatIsAskedForAndWhatIsCovered() {
        payer("line15-parts");
        contract("line15-parts", "line15-parts", "PURCHASED");
        signal("line15-parts", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        String milder = screen("line15-parts", "{}").get("screeningId").stringValue();
        Reply nothingSaid = measure(credit, "line15-parts", milder, "INSTALMENTS", "line15-parts", "");
        assertThat(nothingSaid.code()).isEqualTo("invalid-measure");
        assertThat(texts(nothingSaid.json().get("errors"), "pointer")).containsExactly("/limit");
        String fromJune = ", \"limit\": \"30000\", \"effectiveFrom\": \"2026-06-01\"";
        approve(otherCredit, measure(credit, "line15-parts", milder, "INSTALMENTS", "line15-parts", fromJune));

        Reply whole = submit(invoice("line15-parts", "line15-parts", LocalDate.of(2026, 6, 1)));
        assertThat(texts(whole.json().get("findings"), "code")).contains("INSTALMENT_EXCEEDED");
        assertThat(whole.json().get("status").stringValue()).isEqualTo("IN_REVIEW");
        covered(whole, "30000", "WITHIN_LIMIT", "INSTALMENT_EXCEEDED");
        // what was delivered before is not bound by it
        Reply before = submit(with(
                invoice("line15-parts", "line15-parts", LocalDate.of(2026, 5, 1)),
                "invoiceId",
                "line15-may",
                "invoiceNumber",
                "C-line15-may"));
        assertThat(before.json().get("status").stringValue()).isEqualTo("APPROVED");

        signal("line15-parts", operator, "DETERIORATION", "\"source\": \"営業担当\"");
        JsonNode worse = screen("line15-parts", "{}");
        assertThat(texts(worse.get("measures"))).containsExactly("PREPAYMENT", "GUARANTEE");
        assertThat(worse.get("creditLimit").stringValue()).isEqualTo("0");
        contract("line15-parts", "line15-guaranteed", "PURCHASED");
        Reply bare = submit(invoice("line15-parts", "line15-guaranteed", LocalDate.of(2026, 7, 1)));
        covered(bare, "0", "LIMIT_EXCEEDED");
        seikyu.done(
                "/v1/invoices/line15-guaranteed/cancellation",
                operator,
                JsonMapper.shared().readTree("{\"reason\": \"試算\"}"),
                "Seikyu-Client",
                "minato");
        String from = ", \"effectiveFrom\": \"2026-07-01\", \"limit\": \"";
        String id = worse.get("screeningId").stringValue();
        approve(otherCredit, measure(credit, "line15-parts", id, "GUARANTEE", "line15-guaranteed", from + "70000\""));
        assertThat(get(
                                operator,
                                "/v1/contracts/line15-guaranteed?atLeast="
                                        + seikyu.log().head())
                        .at("/credit/guaranteed")
                        .stringValue())
                .isEqualTo("70000");
        // 46,224 yen of May are open: 23,776 of the guarantee are left
        covered(
                submit(with(
                        invoice("line15-parts", "line15-guaranteed", LocalDate.of(2026, 7, 1)),
                        "invoiceId",
                        "line15-july",
                        "invoiceNumber",
                        "C-line15-july")),
                "23776",
                "GUARANTEED",
                "LIMIT_EXCEEDED");
    }

    @Test
    void line15_aPrepaymentCustomersInvoiceIsDueBeforeTheDelivery() {
        payer("line15-first");
        contract("line15-first", "line15-first", "PURCHASED");
        signal("line15-first", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"20\"");
        signal("line15-first", operator, "DETERIORATION", "\"source\": \"営業担当\"");
        String id = screen("line15-first", "{}").get("screeningId").stringValue();
        Reply afterwards = measure(
                credit,
                "line15-first",
                id,
                "PREPAYMENT",
                "line15-first",
                ", \"terms\": {\"closingDay\": \"EOM\", \"monthOffset\": 0, \"payDay\": \"EOM\"}");
        assertThat(afterwards.code()).isEqualTo("invalid-measure");
        approve(
                otherCredit,
                measure(
                        credit,
                        "line15-first",
                        id,
                        "PREPAYMENT",
                        "line15-first",
                        ", \"effectiveFrom\": \"2026-06-01\""));

        LocalDate june = LocalDate.of(2026, 6, 1);
        Reply late = submit(invoice("line15-first", "line15-first", june));
        assertThat(late.json().get("status").stringValue()).isEqualTo("DISCREPANT");
        JsonNode finding = late.json().at("/findings/0");
        assertThat(finding.get("code").stringValue()).isEqualTo("DUE_DATE_MISMATCH");
        LocalDate due = LocalDate.parse(finding.get("expected").stringValue());
        assertThat(due).isEqualTo(june);
        ObjectNode correction =
                with(invoice("line15-first", "line15-first", june), "dueDate", due.toString(), "reason", "前払いの約定どおり");
        correction.remove("invoiceId");
        Reply corrected = post(operator, "/v1/invoices/line15-first/corrections", correction.toString());
        assertThat(corrected.status()).as(corrected.body()).isLessThan(300);
        assertThat(texts(corrected.json().get("findings"), "code")).containsExactly("CREDIT_LIMIT_EXCEEDED");
        covered(corrected, "0", "LIMIT_EXCEEDED");
        JsonNode issued = get(
                operator, "/v1/invoices/line15-first?atLeast=" + seikyu.log().head());
        assertThat(issued.get("dueDate").stringValue()).isEqualTo("2026-06-01");
        assertThat(issued.get("status").stringValue()).isIn("APPROVED", "ISSUED");
    }

    @Test
    void line16_scalesTheMeasureToTheSizeOfTheRisk() {
        payer("line16");
        List<String> measures = new ArrayList<>();
        for (String score : List.of("90", "45", "10")) {
            signal("line16", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"" + score + "\"");
            measures.add(texts(screen("line16", "{}").get("measures")).toString());
        }
        assertThat(measures).containsExactly("[REDUCE_AMOUNT]", "[REDUCE_AMOUNT]", "[SHORTER_TERMS, INSTALMENTS]");

        JsonNode tooMuch = screen("line16", "{\"requestedAmount\": \"90000000\"}");
        assertThat(texts(tooMuch.get("measures"))).contains("REDUCE_AMOUNT");
        assertThat(texts(tooMuch.get("reasons"))).contains("AMOUNT_ABOVE_LIMIT");
        assertThat(texts(tooMuch.get("alternatives"))).anyMatch(it -> it.startsWith("REQUESTED_AMOUNT 90000000 -> "));
    }

    @Test
    void line20_whatIsLearntMakesTheNextScreeningBetter() {
        payer("line20");
        signal("line20", operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        JsonNode first = screen("line20", "{}");
        assertThat(first.get("grade").stringValue()).isEqualTo("REDUCED_LIMIT");
        assertThat(texts(first.get("reasons"))).contains("DATA_MISSING");

        for (int month = 0; month < 3; month++) {
            paid("line20", month, "TRANSFER");
        }

        await(
                "/v1/accounts/line20",
                account -> account.get("grade").stringValue().equals("NORMAL"));
        String feed = body(system, "/v1/events?after=-1");
        assertThat(feed.lines().filter(it -> it.contains("account.grade-given") && it.contains("line20")))
                .hasSize(2)
                .anyMatch(it -> it.contains("\"before\":\"REDUCED_LIMIT\"") && it.contains("\"grade\":\"NORMAL\""));
        JsonNode file = get(credit, "/v1/accounts/line20/credit");
        assertThat(file.get("screenings")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aClientCompanySeesReasonsAndNeitherScoresNorSuspicions() {
        payer("seen");
        contract("seen", "seen-c", "AGENT");
        signal(
                "seen",
                operator,
                "BUREAU_SCORE",
                "\"signalId\": \"sc1\", \"source\": \"" + SECRET + "\", \"value\": \"17.3\"");
        JsonNode screened = screen("seen", "{}");
        Reply refused = signalReply("seen", operator, "ANTI_SOCIAL", "\"source\": \"x\"");
        assertThat(refused.code()).isEqualTo("not-for-this-role");
        signal(
                "seen",
                credit,
                "ANTI_SOCIAL",
                "\"signalId\": \"as1\", \"source\": \"" + SECRET + "\", \"note\": \"" + SECRET + "\"");
        await("/v1/accounts/seen", account -> account.get("onHold").booleanValue());
        assertThat(get(person, "/v1/accounts/seen").get("grade").stringValue())
                .as("a suspicion refuses nobody")
                .isEqualTo(screened.get("grade").stringValue());

        assertThat(judge(credit, "seen", "as1", "CONFIRMED").code()).isEqualTo("four-eyes");
        assertThat(judge(operator, "seen", "as1", "CONFIRMED").status()).isEqualTo(403);
        Reply judged = judge(otherCredit, "seen", "as1", "CONFIRMED");
        assertThat(judged.status()).as(judged.body()).isEqualTo(200);
        await("/v1/accounts/seen", account -> account.get("grade").stringValue().equals("DECLINED"));
        assertThat(judge(otherCredit, "seen", "as1", "DISMISSED").code()).isEqualTo("signal-judged");

        for (String key : List.of(person, system)) {
            JsonNode account = get(key, "/v1/accounts/seen");
            assertThat(texts(account.get("creditReasons"))).containsExactly("GENERAL_ASSESSMENT");
            assertThat(status(key, "/v1/accounts/seen/credit")).isEqualTo(403);
            assertThat(status(key, "/v1/companies/8345678900023/exposure")).isEqualTo(403);
            for (String path : List.of(
                    "/v1/accounts",
                    "/v1/accounts/seen",
                    "/v1/tasks?state=",
                    "/v1/tasks",
                    "/v1/approvals",
                    "/v1/contracts",
                    "/v1/invoices",
                    "/v1/events?after=-1",
                    "/v1/audit/events?limit=500",
                    "/v1/audit/events?type=account.signal-recorded",
                    "/v1/audit/events?type=account.credit-screened",
                    "/v1/audit/events?stream=minato/account/seen",
                    "/v1/audit/streams/account/seen",
                    "/v1/audit/streams/minato/account/seen")) {
                assertThat(body(key, path))
                        .as(path)
                        .doesNotContain(
                                SECRET,
                                "\"17.3\"",
                                "ANTI_SOCIAL",
                                "as1",
                                "\"points\"",
                                "signal-recorded",
                                "credit-screened",
                                "JUDGE_SIGNAL",
                                "BUREAU_SCORE");
            }
        }
        // and what is withheld there is there
        assertThat(body(credit, "/v1/accounts/seen/credit?atLeast=" + judged.position()))
                .contains(SECRET, "\"17.3\"", "ANTI_SOCIAL", "CONFIRMED");
        assertThat(body(auditor, "/v1/audit/streams/minato/account/seen")).contains("signal-judged", "\"points\"");
    }

    @Test
    void anotherPolicyCountsAtOnceAndAFaultyOneIsRefusedWithAllFaults() {
        payer("policy");
        String shipped = get(credit, "/v1/policies/credit/default").get("text").stringValue();
        Reply faulty = seikyu.send(
                "PUT",
                "/v1/policies/credit/draft",
                seikyu.admin,
                "application/yaml",
                shipped.replace("positive: 5", "positive: 500")
                        .replace("bureau: 40", "bureau: 41")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(texts(faulty.json().get("errors"), "pointer")).containsExactly("/weights", "/positive");
        assertThat(screen("policy", "{}").get("policyVersion").stringValue()).startsWith("credit/default@");
    }

    private static void payer(String id) {
        seikyu.done("/v1/accounts", operator, account(id, "minato"));
    }

    private static ObjectNode account(String id, String client) {
        return with(sample("accounts.json").get(0), "accountId", id, "clientId", client);
    }

    private static void contract(String payer, String id, String holder) {
        seikyu.done(
                "/v1/contracts",
                operator,
                with(sample("contracts.json").get(0), "contractId", id, "accountId", payer, "claimHolder", holder));
    }

    private static void paid(String payer, int month, String method) {
        String id = issued(payer, month);
        JsonNode invoice =
                get(operator, "/v1/invoices/" + id + "?atLeast=" + seikyu.log().head());
        ObjectNode receipt = JsonMapper.shared().createObjectNode();
        receipt.put("clientId", "minato")
                .put("bookedOn", invoice.get("dueDate").stringValue())
                .put("amount", invoice.get("balance").stringValue())
                .put("payerName", "ｱｵｿﾞﾗﾌ-ｽﾞ(ｶ")
                .put("method", method)
                .put("invoiceId", id);
        Reply booked = seikyu.done("/v1/receipts", operator, receipt);
        assertThat(booked.json().get("status").stringValue()).as(booked.body()).isEqualTo("ALLOCATED");
    }

    /** @return the id of a month's invoice that the payer has */
    private static String issued(String payer, int month) {
        String id = payer + "-i" + month;
        contract(payer, id, "PURCHASED");
        Reply submitted = seikyu.done("/v1/invoices", operator, invoice(payer, id, APRIL.plusMonths(month)));
        assertThat(submitted.json().get("status").stringValue())
                .as(submitted.body())
                .isEqualTo("APPROVED");
        seikyu.done(
                "/v1/invoices/" + id + "/issue",
                operator,
                JsonMapper.shared().readTree("{\"deliverBy\": \"CLIENT\"}"),
                "Seikyu-Client",
                "minato");
        return id;
    }

    private static Reply submit(ObjectNode invoice) {
        return seikyu.done("/v1/invoices", operator, invoice);
    }

    private static void covered(Reply decided, String amount, String... reasons) {
        JsonNode coverage = get(
                        operator,
                        "/v1/invoices/" + decided.json().get("invoiceId").stringValue() + "?atLeast="
                                + seikyu.log().head())
                .get("coverage");
        assertThat(coverage.get("amount").stringValue()).as(decided.body()).isEqualTo(amount);
        assertThat(texts(coverage.get("reasons"))).containsExactly(reasons);
    }

    private static ObjectNode invoice(String payer, String id, LocalDate month) {
        LocalDate last = month.plusMonths(1).minusDays(1);
        ObjectNode invoice = with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                id,
                "invoiceNumber",
                "C-" + id,
                "accountId",
                payer,
                "contractId",
                id,
                "transactionFrom",
                month.toString(),
                "transactionTo",
                last.toString(),
                "issueDate",
                last.toString(),
                "dueDate",
                TERMS.dueDate(last, CALENDAR).toString());
        ArrayNode lines = (ArrayNode) invoice.get("lines");
        while (lines.size() > 1) {
            lines.remove(1);
        }
        int taxable = 10 * 4280;
        ((ObjectNode) lines.get(0)).put("quantity", "10").put("amount", "" + taxable);
        ((ArrayNode) invoice.get("taxes")).remove(0);
        int tax = taxable * 8 / 100;
        ((ObjectNode) invoice.at("/taxes/0")).put("taxable", "" + taxable).put("tax", "" + tax);
        return invoice.put("total", "" + (taxable + tax));
    }

    private static Reply signal(String payer, String key, String kind, String more) {
        Reply reply = signalReply(payer, key, kind, more);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static Reply signalReply(String payer, String key, String kind, String more) {
        return post(
                key,
                "/v1/accounts/" + payer + "/signals",
                "{\"kind\": \"" + kind + "\", \"observedOn\": \"" + LocalDate.now() + "\", " + more + "}");
    }

    private static Reply judge(String key, String payer, String signal, String verdict) {
        return post(
                key,
                "/v1/accounts/" + payer + "/signals/" + signal + "/judgement",
                "{\"verdict\": \"" + verdict + "\", \"reason\": \"警察に照会した\"}");
    }

    private static BigDecimal points(JsonNode screening, String path) {
        return new BigDecimal(screening.at(path).stringValue());
    }

    private static JsonNode screen(String payer, String body) {
        Reply reply = post(credit, "/v1/accounts/" + payer + "/screenings", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private static Reply measure(
            String key, String payer, String screening, String measure, String contract, String more) {
        return post(
                key,
                "/v1/accounts/" + payer + "/measures",
                "{\"screeningId\": \"" + screening + "\", \"measure\": \"" + measure + "\", \"contractId\": \""
                        + contract + "\"" + more + "}");
    }

    private static void approve(String key, Reply asked) {
        Reply decided = decide(key, asked);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("state").stringValue()).as(decided.body()).isEqualTo("CARRIED_OUT");
    }

    private static Reply decide(String key, Reply asked) {
        return post(
                key,
                "/v1/approvals/" + asked.json().get("approvalId").stringValue() + "/decision",
                "{\"decision\": \"APPROVE\", \"reason\": \"承知した\"}");
    }

    private static Reply post(String key, String path, String body) {
        return key.equals(person)
                ? seikyu.send("POST", path, key, body)
                : seikyu.send("POST", path, key, body, "Seikyu-Client", "minato");
    }

    private static JsonNode get(String key, String path) {
        Reply reply = seikyu.send("GET", path, key, null);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static String body(String key, String path) {
        return seikyu.send("GET", path, key, null).body();
    }

    private static int status(String key, String path) {
        return seikyu.send("GET", path, key, null).status();
    }

    private static void await(String path, Predicate<JsonNode> fits) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        JsonNode last = get(operator, path);
        while (!fits.test(last)) {
            assertThat(System.nanoTime()).as("%s: %s", path, last).isLessThan(end);
            pause();
            last = get(operator, path);
        }
    }

    private static JsonNode awaitItems(String key, String path) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        JsonNode items = get(key, path).get("items");
        while (items.isEmpty()) {
            assertThat(System.nanoTime()).as(path).isLessThan(end);
            pause();
            items = get(key, path).get("items");
        }
        return items;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(it -> it.get(field).stringValue())
                .toList();
    }

    private static String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, JsonMapper.shared().readTree(body))
                .json()
                .get("key")
                .asString();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
