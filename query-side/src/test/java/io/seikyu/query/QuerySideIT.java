package io.seikyu.query;

import static io.seikyu.query.Samples.account;
import static io.seikyu.query.Samples.approved;
import static io.seikyu.query.Samples.client;
import static io.seikyu.query.Samples.corrected;
import static io.seikyu.query.Samples.found;
import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.paid;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.reviewed;
import static io.seikyu.query.Samples.stream;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

@Timeout(60)
class QuerySideIT {
    private static final String ADMIN = RunningQuerySide.ADMIN_KEY;
    private static final String AUDITOR = "sk_auditor";
    private static final String ACME = "sk_acme";
    private static final String BETA = "sk_beta";
    private static final String GAMMA = "sk_gamma";

    private static RunningQuerySide server;
    private static TestLog log;
    private static long paidAt;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = new RunningQuerySide(data);
        log = server.log();
        server.issueKey(AUDITOR, null, List.of(), Role.AUDITOR);
        server.issueKey(ACME, "acme", List.of(), Role.CLIENT);
        server.issueKey(BETA, "beta", List.of(), Role.INTEGRATION);
        server.issueKey(GAMMA, "gamma", List.of(), Role.INTEGRATION);
        log.append(stream("acme", "client", "acme"), client("acme"));
        log.append(stream("beta", "client", "beta"), client("beta"));
        log.append(stream("acme", "account", "a1"), account("acme", "a1"));
        log.append(stream("beta", "account", "a1"), account("beta", "a1"));
        live("i1");
        paidAt = log.log().head();
        log.append(
                stream("acme", "request", "r1"),
                new RequestAnswered("the-key", "the-digest", 422, null, "the-body", null, false));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void live(String id) {
        String stream = stream("acme", "invoice", id);
        log.append(
                stream,
                submitted("acme", id, 900),
                reviewed("acme", id, 1, Outcome.DISCREPANT, 1),
                found("acme", id, 1));
        log.append(stream, corrected("acme", id, 2, 1_000), reviewed("acme", id, 2, Outcome.APPROVED, 0));
        log.append(stream, approved("acme", id, 2));
        log.append(stream, issued("acme", id, 1_100));
        log.append(stream, payment("acme", id, "r1-" + id, 100, 1_000));
        log.append(stream, payment("acme", id, "r2-" + id, 1_000, 0), paid("acme", id));
    }

    @Test
    void anInvoiceIsShownWithBothVersionsFindingsAndPayments() {
        JsonNode invoice = server.json(ACME, server.atHead("/v1/invoices/i1"));

        assertThat(invoice.get("status").asString()).isEqualTo("PAID");
        assertThat(invoice.get("total").asString()).isEqualTo("1100");
        assertThat(invoice.get("balance").asString()).isEqualTo("0");
        assertThat(invoice.get("claimedCharges").asString()).isEqualTo("0");
        assertThat(invoice.get("findings")).isEmpty();
        assertThat(invoice.get("versions")).hasSize(2);
        assertThat(invoice.at("/versions/0/review/findings/0/code").asString()).isEqualTo("UNIT_PRICE_MISMATCH");
        assertThat(invoice.at("/versions/0/document/total").asString()).isEqualTo("990");
        assertThat(invoice.at("/payments/0/amount").asString()).isEqualTo("100");
    }

    @Test
    void anAnswerSaysWhichPositionItReflectsAndWhichVersionItShows() {
        HttpResponse<String> answer = server.get(ACME, "/v1/invoices/i1?atLeast=" + paidAt);

        assertThat(Long.parseLong(answer.headers().firstValue("Seikyu-Position").orElseThrow()))
                .isGreaterThanOrEqualTo(paidAt);
        assertThat(answer.headers().firstValue("ETag")).contains("\"9\"");
    }

    @Test
    void whoAsksForTheFutureIsToldThatItHasNotHappened() {
        HttpResponse<String> answer =
                server.get(ACME, "/v1/invoices?atLeast=" + (log.log().head() + 1_000_000));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"not-caught-up\"");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void whatBelongsToAnotherClientDoesNotExist() {
        server.json(ACME, server.atHead("/v1/invoices/i1"));
        HttpResponse<String> foreign = server.get(BETA, "/v1/invoices/i1");
        HttpResponse<String> none = server.get(BETA, "/v1/invoices/i-none");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace("i1", "?")).isEqualTo(none.body().replace("i-none", "?"));
        assertThat(server.json(BETA, "/v1/invoices").get("items")).isEmpty();
        assertThat(server.get(BETA, "/v1/audit/streams/invoice/i1").statusCode())
                .isEqualTo(404);
        assertThat(server.get(BETA, "/v1/audit/streams/acme/invoice/i1").statusCode())
                .isEqualTo(404);
        assertThat(server.json(BETA, "/v1/audit/events?stream=acme/invoice/i1").get("items"))
                .isEmpty();
    }

    @Test
    void whatCreditRestsOnIsNotShownToClientCompanies() {
        String secret = "TDB-HEARSAY";
        log.append(
                stream("acme", "account", "a1"),
                new SignalRecorded(
                        "acme",
                        "a1",
                        "s1",
                        new Signal(
                                SignalKind.ANTI_SOCIAL,
                                null,
                                secret,
                                LocalDate.of(2026, 5, 1),
                                null,
                                null,
                                null,
                                null)));

        for (String path : List.of("/v1/audit/events", "/v1/audit/streams/acme/account/a1", "/v1/accounts/a1")) {
            assertThat(server.get(ACME, path).body())
                    .as(path)
                    .contains("a1")
                    .doesNotContain("signal-recorded")
                    .doesNotContain("ANTI_SOCIAL")
                    .doesNotContain(secret);
        }
        assertThat(server.get(AUDITOR, "/v1/audit/streams/acme/account/a1").body())
                .contains("account.signal-recorded")
                .contains(secret);
    }

    @Test
    void anIdThatTwoClientsHaveNeedsTheClientsName() {
        assertThat(server.get(ADMIN, server.atHead("/v1/accounts/a1")).statusCode())
                .isEqualTo(409);
        assertThat(server.json(ADMIN, "/v1/accounts/a1?clientId=beta")
                        .get("clientId")
                        .asString())
                .isEqualTo("beta");
        assertThat(server.json(ADMIN, server.atHead("/v1/invoices/i1"))
                        .get("clientId")
                        .asString())
                .isEqualTo("acme");
        assertThat(server.get(ADMIN, "/v1/audit/streams/account/a1").statusCode())
                .isEqualTo(409);
    }

    @Test
    void listsComeInPartsThatHoldEverythingOnce() {
        List<String> seen = new ArrayList<>();
        String path = server.atHead("/v1/accounts?limit=1");
        String next = "";
        while (next != null) {
            JsonNode page = server.json(ADMIN, path + next);
            page.get("items")
                    .forEach(item -> seen.add(item.get("clientId").asString() + "/"
                            + item.get("accountId").asString()));
            next = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : null;
        }
        assertThat(seen).containsExactly("acme/a1", "beta/a1");
    }

    @Test
    void invoicesAreFoundByAnyCombination() {
        String all =
                server.atHead("/v1/invoices?status=PAID&accountId=a1&contractId=c1&invoiceNumber=N-i1&counterparty=山田"
                        .replace("山田", "%E5%B1%B1%E7%94%B0"));
        assertThat(server.json(
                                ACME,
                                all
                                        + "&from=2026-04-30&to=2026-04-01&minAmount=1100&maxAmount=1100&dueFrom=2026-05-29&dueTo=2026-05-29&overdue=false")
                        .get("items"))
                .hasSize(1);
        for (String other : List.of(
                "status=ISSUED",
                "accountId=a2",
                "from=2026-05-01",
                "to=2026-03-31",
                "minAmount=1100.01",
                "maxAmount=1099",
                "dueFrom=2026-05-30",
                "overdue=true",
                "missing=amount",
                "counterparty=.*")) {
            assertThat(server.json(ACME, server.atHead("/v1/invoices?" + other)).get("items"))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void badParametersAreNamedAllAtOnce() {
        HttpResponse<String> answer = server.get(ACME, "/v1/invoices?status=PAYED&from=yesterday&minAmount=much");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/status").contains("/from").contains("/minAmount");
        for (String bad : List.of("minAmount=1E999999", "counterparty=%00", "atLeast=x", "limit=0", "cursor=abc")) {
            assertThat(server.get(ACME, "/v1/invoices?" + bad).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void timeOutOfReachIsABadParameterAndNotAFault() {
        List<String> questions = List.of(
                "/v1/invoices?from=DAY",
                "/v1/corrections?correctedFrom=DAY",
                "/v1/ageing?asOf=DAY",
                "/v1/ageing?knownAt=INSTANT",
                "/v1/payment-trends?from=DAY&to=DAY",
                "/v1/dunning-effectiveness?from=DAY&to=DAY",
                "/v1/cash-forecast?knownAt=INSTANT",
                "/v1/accounts/a1?asOf=INSTANT",
                "/v1/audit/events?from=INSTANT");
        for (String question : questions) {
            for (String year : List.of("%2B999999999", "-999999999", "0999", "%2B10000")) {
                assertThat(status(question, year)).as(question + " in " + year).isEqualTo(400);
            }
            for (String year : List.of("1000", "9999")) {
                assertThat(status(question, year)).as(question + " in " + year).isIn(200, 404);
            }
        }
    }

    private static int status(String question, String year) {
        String key = question.startsWith("/v1/audit") ? AUDITOR : ACME;
        String path = question.replace("DAY", year + "-06-30").replace("INSTANT", year + "-06-30T00:00:00Z");
        return server.get(key, path).statusCode();
    }

    @Test
    void aStreamTellsItsStoryWithWhatEachEventChanged() {
        JsonNode story = server.json(AUDITOR, server.atHead("/v1/audit/streams/invoice/i1"));

        assertThat(story.get("stream").asString()).isEqualTo("acme/invoice/i1");
        assertThat(story.get("items")).hasSize(10);
        JsonNode issue = story.at("/items/6");
        assertThat(issue.get("type").asString()).isEqualTo("invoice.issued");
        assertThat(issue.get("actor").asString()).isEqualTo("key-1");
        assertThat(issue.get("hash").asString()).hasSize(64);
        assertThat(issue.at("/payload/payable").asString()).isEqualTo("1100");
        List<String> changed = new ArrayList<>();
        issue.get("changes").forEach(change -> changed.add(change.get("pointer").asString()));
        assertThat(changed).containsExactly("/claim", "/status");
        assertThat(server.json(ACME, "/v1/audit/streams/invoice/i1?after=5&limit=1")
                        .toString())
                .contains("\"next\":\"6\"")
                .contains("invoice.issued");
    }

    @Test
    void eventsAreFoundByTypeActorAndTimeInParts() {
        JsonNode first = server.json(AUDITOR, "/v1/audit/events?tenant=acme&type=invoice.payment-received&limit=1");
        JsonNode second = server.json(
                AUDITOR,
                "/v1/audit/events?tenant=acme&type=invoice.payment-received&limit=1&after="
                        + first.get("next").asString());

        assertThat(first.at("/items/0/payload/receiptId").asString()).isEqualTo("r1-i1");
        assertThat(second.at("/items/0/payload/receiptId").asString()).isEqualTo("r2-i1");
        assertThat(server.json(AUDITOR, "/v1/audit/events?actor=nobody").get("items"))
                .isEmpty();
        assertThat(server.json(AUDITOR, "/v1/audit/events?from=2999-01-01T00:00:00Z")
                        .get("items"))
                .isEmpty();
        assertThat(server.json(AUDITOR, "/v1/audit/events?to=2000-01-01T00:00:00Z")
                        .get("items"))
                .isEmpty();
        assertThat(server.json(AUDITOR, "/v1/audit/events?tenant=acme&from=2000-01-01T00:00:00%2B09:00")
                        .get("items"))
                .isNotEmpty();
    }

    @Test
    void secretsAreShownToNobodyAndTheHousekeepingToTheAgencyOnly() {
        String ofAgency = server.json(AUDITOR, "/v1/audit/events?limit=500").toString();
        String ofClient = server.json(ACME, "/v1/audit/events?limit=500").toString();

        assertThat(ofAgency).contains("api-key.issued").contains("request.answered");
        assertThat(ofAgency).doesNotContain("\"hash\":\"" + io.seikyu.web.access.ApiKey.hash(ACME));
        assertThat(ofAgency)
                .doesNotContain("the-body")
                .doesNotContain("the-key")
                .doesNotContain("the-digest");
        assertThat(ofClient)
                .contains("invoice.issued")
                .doesNotContain("api-key.issued")
                .doesNotContain("request.answered");
        assertThat(ofClient).doesNotContain("beta");
    }

    @Test
    void theFeedGoesOnBehindAPosition() {
        HttpResponse<String> all = server.send(
                server.request(ACME, "/v1/events").header("Accept", "application/x-ndjson"), BodyHandlers.ofString());
        List<String> lines = all.body().lines().toList();
        String after = lines.get(2).replaceAll("^\\{\"position\":(\\d+).*", "$1");

        HttpResponse<String> rest = server.get(ACME, "/v1/events?after=" + after);

        assertThat(rest.body().lines()).containsExactlyElementsOf(lines.subList(3, lines.size()));
        assertThat(all.body()).doesNotContain("\"tenant\":\"beta\"");
        assertThat(server.get(ACME, "/v1/events?after=" + (log.log().head() + 1))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theLiveFeedTellsWhatComesAndResumesByTheLastEventsId() throws Exception {
        long before = log.log().head();
        HttpResponse<InputStream> live = server.send(
                server.request(GAMMA, "/v1/events")
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", String.valueOf(before)),
                BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
            assertThat(live.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("id: " + before);
            log.append(stream("delta", "invoice", "d1"), submitted("delta", "d1", 10));
            log.append(stream("gamma", "invoice", "live"), submitted("gamma", "live", 10));
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                assertThat(line).doesNotContain("delta");
                line = lines.readLine();
            }
            assertThat(line).contains("gamma/invoice/live").doesNotContain("delta");
        }
    }

    @Test
    void checkpointsAreForAuditors() {
        assertThat(server.get(ACME, "/v1/audit/checkpoints").statusCode()).isEqualTo(403);
        assertThat(server.json(AUDITOR, "/v1/audit/checkpoints").get("items")).isNotNull();
    }
}
