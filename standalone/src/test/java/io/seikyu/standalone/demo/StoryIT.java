package io.seikyu.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.standalone.SeikyuApplication;
import io.seikyu.standalone.demo.Outcome.Finding;
import io.seikyu.standalone.demo.Samples.Expectation;
import io.seikyu.standalone.demo.Samples.ExpectedReceipt;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The demo's story over HTTP, from an empty directory: every sample ends as {@code expected.json} says. */
class StoryIT {
    private static final String ADMIN = "sk_" + "a".repeat(43);
    private static final List<String> PROGRESS = new ArrayList<>();

    @TempDir
    static Path directory;

    private static ConfigurableApplicationContext application;
    private static URI base;
    private static Story story;
    private static List<FilesStory.Row> rows;
    private static List<BankStory.Row> transfers;
    private static List<Finding> findings;
    private static List<CreditStory.Screened> screened;
    private static List<DunningStory.Row> reminders;

    @BeforeAll
    static void tellTheStory() {
        application = new SpringApplication(SeikyuApplication.class)
                .run(
                        "--server.address=127.0.0.1",
                        "--seikyu.port=0",
                        "--seikyu.mongodb-uri=" + TestMongo.uriFor(directory),
                        "--seikyu.admin-key=" + ADMIN,
                        "--seikyu.sandbox=true",
                        "--seikyu.data-dir=" + directory);
        String port = application.getEnvironment().getProperty("local.server.port");
        base = URI.create("http://127.0.0.1:" + port);
        Api api = new Api(base);
        story = new Story(api, ADMIN, PROGRESS::add);
        story.run();
        rows = new FilesStory(story.integration(), PROGRESS::add).run();
        transfers = new BankStory(story.admin(), PROGRESS::add).run();
        findings = new FindingsStory(story.admin(), PROGRESS::add).run();
        screened = new CreditStory(story.admin(), PROGRESS::add).run();
        reminders = new DunningStory(api, story.admin(), PROGRESS::add).run();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    static List<Expectation> expectations() {
        return new Samples().expectations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expectations")
    void anInvoiceIsReviewedAndEndsAsExpected(Expectation expectation) {
        Outcome outcome = story.outcomes().get(expectation.invoiceId());
        assertThat(outcome.review().status()).isEqualTo(expectation.submitted());
        assertThat(outcome.review().codes()).containsExactlyInAnyOrderElementsOf(expectation.findings());
        assertThat(outcome.status()).isEqualTo(expectation.end());
        if (expectation.balance() != null) {
            assertThat(outcome.balance()).isEqualByComparingTo(expectation.balance());
        }
    }

    @Test
    void everyPayerIsScreenedAndToldWhy() {
        assertThat(screened).hasSameSizeAs(new Samples().accounts());
        assertThat(screened).allSatisfy(one -> {
            assertThat(one.reasons()).isNotEmpty();
            assertThat(one.measures()).isNotEmpty();
            assertThat(one.grade().equals("NORMAL") || !one.alternatives().isEmpty())
                    .as(one.toString())
                    .isTrue();
        });
        assertThat(screened).anyMatch(one -> one.reasons().contains("DETERIORATION"));
    }

    @ParameterizedTest
    @CsvSource({
        "即日商事, PROMPT, GENTLE",
        "並木物産, STANDARD, STANDARD",
        "遅山工業, HABITUALLY_LATE, FIRM",
        "苦楽堂, IN_HARDSHIP, SUPPORTIVE",
        "傾斜運輸, AT_RISK, FIRM"
    })
    void aPayerOfEachSegmentGoesThroughItsLadderInItsTone(String payer, String segment, String tone) {
        List<DunningStory.Row> said =
                reminders.stream().filter(row -> row.payer().equals(payer)).toList();
        assertThat(said)
                .allSatisfy(
                        row -> assertThat(List.of(row.segment(), row.tone())).containsExactly(segment, tone));
        assertThat(said)
                .filteredOn(row -> row.state().equals("SENT"))
                .extracting(row -> row.stage() + " " + row.channel())
                .doesNotHaveDuplicates()
                .containsSubsequence("R1 MAIL", "R2 MAIL", "R2 PHONE", "R3 LETTER", "R4 LETTER");
        assertThat(said).isSortedAccordingTo(java.util.Comparator.comparing(DunningStory.Row::day));
    }

    @Test
    void everyYenOfAReceiptIsUsedAsExpected() {
        for (ExpectedReceipt expected : new Samples().expectedReceipts()) {
            BigDecimal allocated = BigDecimal.ZERO;
            for (JsonNode allocation :
                    story.receipts().get(expected.receiptId()).get("allocations")) {
                allocated =
                        allocated.add(new BigDecimal(allocation.get("amount").asString()));
            }
            assertThat(allocated).as(expected.receiptId()).isEqualByComparingTo(expected.allocated());
        }
    }

    @Test
    void theAuditTellsTheCorrectedInvoicesStoryInOrder() {
        List<String> types = new ArrayList<>();
        story.auditOf("inv-011")
                .get("items")
                .forEach(event -> types.add(event.get("type").asString()));
        assertThat(types)
                // the mail leaves meanwhile, and the bank's file pays the rest
                .filteredOn(type -> !type.equals("invoice.delivery-recorded"))
                .startsWith(
                        "invoice.submitted",
                        "invoice.reviewed",
                        "invoice.discrepancy-found",
                        "invoice.corrected",
                        "invoice.reviewed",
                        "invoice.approved",
                        "invoice.issued",
                        "invoice.delivery-requested",
                        "invoice.payment-received");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui.html", "/actuator/health"})
    void whatTheDemoTellsToOpenInABrowserIsThere(String path) throws Exception {
        HttpResponse<Void> answer = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theRestOfTheAddressesAnswerToTheAdministrator() {
        Api.As admin = new Api(base).as(ADMIN, "minato");
        assertThat(admin.get("/v1/invoices?status=IN_REVIEW").get("items"))
                .extracting(invoice -> invoice.get("invoiceId").asString())
                .contains("inv-030", "f-period-overlap", "f-amount-unusual", "f-recent-error");
        assertThat(admin.get("/v1/audit/events?limit=5").get("items")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/invoices/inv-011                                    | "status":"(?!DISCREPANT)
            /v1/invoices?counterparty=%E9%9D%92%E7%A9%BA&minAmount=100000 | "counterparty":"青空フーズ株式会社"
            /v1/invoices?missing=counterparty                       | "items":\\[\\]
            /v1/corrections                                         | "pointer":"/dueDate","before":"2026-05-31","after":"2026-06-01"
            /v1/accounts/aozora                                     | "grade":"NORMAL"
            /v1/accounts/aozora/timeline                            | "type":"contract.concluded"
            /v1/contracts?accountId=aozora                          | "contractId":"aozora-food"
            /v1/clients                                             | "clientId":"minato"
            /v1/receipts?status=UNMATCHED                           | "payerName":"ﾖｼﾀﾞ ｼﾞﾛｳ"
            /v1/payment-trends?granularity=month                    | "methods":\\{"TRANSFER":\\d
            /v1/ageing                                              | "total":"[1-9]\\d*"
            /v1/ageing?asOf=2026-11-26                              | "asOf":"2026-11-26"
            /v1/dunning-effectiveness?by=tone                       | "tone":"SUPPORTIVE","reminders":[1-9]
            /v1/cash-forecast                                       | "undated":\\{"LATER_THAN_USUAL":"[1-9]
            /v1/opportunities                                       | "prompt":\\{"count":[1-9].*"accountId":"aozora"
            /v1/agenda                                              | "stage":"R6","channel":"LEGAL"
            /v1/reminders?state=SENT                                | "policyVersion":"dunning/
            /v1/tasks?kind=WRITE_CREDIT_NOTE                        | "accountId":"hokuto"
            /v1/audit/events?type=invoice.issued                    | "type":"invoice.issued".*"hash":"[0-9a-f]{64}"
            /v1/audit/streams/invoice/inv-011                       | "reason":"消費税の端数処理を税率ごとに一回へ訂正"
            /v1/audit/checkpoints                                   | "signature":"
            /v1/projections                                         | "name":"dunning-saga"
            /v1/dead-letters                                        | "items":\\[\\]
            """)
    void everyQuestionIsAnsweredOfThatHistory(String path, String answer) {
        assertThat(new Api(base).as(ADMIN, "minato").get(path).toString()).containsPattern(answer);
    }

    @Test
    void anInvoiceIsToldAsItWasKnownAtAnEarlierMoment() {
        String reviewed = story.auditOf("inv-011").at("/items/1/recordedAt").asString();
        JsonNode then = new Api(base).as(ADMIN, "minato").get("/v1/invoices/inv-011?asOf=" + reviewed);
        assertThat(then.get("status").asString()).isEqualTo("DISCREPANT");
        assertThat(then.get("total").asString()).isEqualTo("7740");
    }

    /** What is asked of a past, and of whether it is whole, is a job. */
    @ParameterizedTest
    @CsvSource({"/v1/audit/verifications, /valid, true", "/v1/what-if/reproduction, /different, 0"})
    void theHistoryIsWholeAndEveryDecisionComesOutOnceMore(String path, String pointer, String value) {
        Api.As admin = new Api(base).as(ADMIN, null);
        String job = admin.post(path, Map.of()).get("jobId").asString();
        JsonNode ended = new WatchedJob(admin, PROGRESS::add).ended(path, job);
        assertThat(ended.get("result").at(pointer).asString())
                .as(ended.toString())
                .isEqualTo(value);
    }

    @Test
    void everyRowOfAFileHasItsOutcomeAndTheWrongOneItsReason() {
        assertThat(rows)
                .extracting(FilesStory.Row::number, FilesStory.Row::outcome, FilesStory.Row::found)
                .containsExactly(
                        tuple("MN26-101", "APPROVED", ""),
                        tuple("MN26-102", "IN_REVIEW", "AMOUNT_UNUSUAL"),
                        tuple("MN26-111", "APPROVED", ""),
                        tuple("MN26-112", "DISCREPANT", "TOTAL_MISMATCH"),
                        tuple("MN27-001", "IN_REVIEW", "AMOUNT_UNUSUAL"));
        assertThat(PROGRESS)
                .anyMatch(line -> line.startsWith("invoices.csv: 2 of 2 rows done, 1 approved, 1 in review"));
    }

    /** What is matched is matched by itself; what became of the rest is sure. */
    @Test
    void everyTransferOfTheBanksFileIsBookedAndTheOneThatItTookBackIsReversed() {
        assertThat(transfers)
                .extracting(BankStory.Row::amount)
                .containsExactly("269484", "4739", "860500", "243342", "55000", "129432", "129432", "-");
        assertThat(transfers.subList(0, 6))
                .extracting(BankStory.Row::became)
                .isSubsetOf("UNMATCHED", "ALLOCATED", "PARTLY_ALLOCATED");
        assertThat(transfers.get(4).became()).isEqualTo("UNMATCHED");
        assertThat(transfers.get(6).became()).isEqualTo("REVERSED");
        assertThat(transfers.get(7)).isEqualTo(new BankStory.Row("record 1", "-", "-", "COVERED", "2026-11-20"));
    }

    @Test
    void theFurtherFindingsAreThoseOfTheirScenarios() {
        assertThat(findings).hasSizeGreaterThan(5).allSatisfy(finding -> {
            JsonNode expected = new Samples().scenario(finding.code()).finding();
            assertThat(finding)
                    .isEqualTo(new Finding(
                            expected.get("code").asString(),
                            expected.get("pointer").asString(),
                            expected.path("expected").asString("-"),
                            expected.path("actual").asString("-"),
                            expected.get("message").asString()));
        });
    }

    @ParameterizedTest
    @CsvSource({"application/pdf, %PDF-", "application/xml, <?xml"})
    void anIssuedInvoiceCanBeLookedAtAsItIsSent(String accept, String begin) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(base.resolve("/v1/invoices/inv-001"))
                                .header("Authorization", "Bearer " + ADMIN)
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(begin);
    }

    @Test
    void progressIsToldOnTheWay() {
        assertThat(PROGRESS).hasSizeGreaterThan(5).anyMatch(line -> line.startsWith("20 of 30 invoices"));
    }
}
