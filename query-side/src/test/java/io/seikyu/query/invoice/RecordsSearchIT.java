package io.seikyu.query.invoice;

import static io.seikyu.query.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.query.RunningQuerySide;
import io.seikyu.query.Samples;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the law on electronic books (電子帳簿保存法) wants to be found, over HTTP. */
@Timeout(120)
class RecordsSearchIT {
    private static final String ADMIN = RunningQuerySide.ADMIN_KEY;
    private static final int MANY = 1_203;

    @TempDir
    private static Path data;

    private static RunningQuerySide server;

    @BeforeAll
    static void records() {
        server = new RunningQuerySide(data);
        for (String client : List.of("acme", "beta")) {
            server.log().append(stream(client, "client", client), Samples.client(client));
            payer(client, "umi", "海野商店株式会社", "ウンノショウテン", "7010705000725", null);
            payer(client, "yama", "山田商店", "ヤマダシヨウテン", null, "T4011001098993");
        }
        server.log()
                .append(
                        stream("acme", "account", "umi"),
                        new AccountAmended(
                                "acme",
                                "umi",
                                LocalDate.of(2026, 7, 1),
                                "another name",
                                details("潮産業株式会社", "ウシオサンギヨウ", "7010705000725", null)));
        record("acme", "a-apr", "umi", "海野商店　御中", "2026-04-01", "2026-04-30", "11000");
        record("acme", "b-may", "umi", "経理部", "2026-05-01", "2026-05-31", "22000");
        record("acme", "c-may", "yama", "山田商店", "2026-05-01", "2026-05-31", "33000");
        record("acme", "d-bare", "yama", null, null, null, null);
        record("acme", "e-half", "yama", "山田商店", "2026-06-01", null, "1");
        record("acme", "f-bad", "yama", "=HYPERLINK(\"http://x\",\"山田, 商店\")", "2026-06-01", "2026-06-30", "44000");
        record("beta", "g-beta", "umi", "経理部", "2026-05-01", "2026-05-31", "22000");
        server.log()
                .append(
                        Instant.parse("2026-05-10T15:30:00Z"),
                        stream("acme", "invoice", "b-may"),
                        new InvoiceCorrected(
                                "acme",
                                "b-may",
                                2,
                                document("b-may", "umi", "経理部", "2026-05-01", "2026-05-31", "22500"),
                                "a quantity was wrong",
                                1,
                                false,
                                false));
        server.log()
                .append(
                        Instant.parse("2026-06-02T01:00:00Z"),
                        stream("acme", "invoice", "c-may"),
                        new InvoiceCancelled("acme", "c-may", "billed twice", "other"));
        for (int i = 0; i < MANY; i++) {
            server.log()
                    .append(
                            stream("many", "invoice", "m" + i),
                            new InvoiceSubmitted(
                                    "many",
                                    "m" + i,
                                    document("m" + i, "x", "多数", "2026-01-01", "2026-01-31", "10"),
                                    1,
                                    false,
                                    false));
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "counterparty=海野 | a-apr,b-may",
                "counterparty=うんのしょうてん | a-apr,b-may",
                "counterparty=ｳﾝﾉｼﾖｳ | a-apr,b-may",
                "counterparty=潮産業 | a-apr,b-may",
                "counterparty=7010705000725 | a-apr,b-may",
                "counterparty=T4011001098993 | c-may,d-bare,e-half,f-bad",
                "counterparty=4011001098993 | c-may,d-bare,e-half,f-bad",
                "counterparty=経理部 | b-may",
                "counterparty=誰も | ''",
                "from=2026-05-01&to=2026-05-31 | b-may,c-may",
                "minAmount=20000&maxAmount=33000 | b-may,c-may",
                "minAmount=20000&maxAmount=33000&from=2026-05-15&to=2026-05-20 | b-may,c-may",
                "minAmount=20000&maxAmount=33000&counterparty=うんの | b-may",
                "from=2026-04-01&to=2026-04-30&counterparty=ウンノ | a-apr",
                "from=2026-04-01&to=2026-05-31&minAmount=12000&maxAmount=40000&counterparty=ヤマダ | c-may",
                "missing=amount | d-bare",
                "missing=date | d-bare,e-half",
                "missing=counterparty | d-bare",
                "missing=date&minAmount=1 | e-half",
            })
    void anyTwoOrAllOfDaysAmountAndCounterpartyFindTheRecord(String question, String found) {
        List<String> ids = new ArrayList<>();
        ask("acme", "/v1/invoices?" + encoded(question))
                .get("items")
                .forEach(item -> ids.add(item.get("invoiceId").asString()));

        assertThat(String.join(",", ids)).isEqualTo(found);
    }

    @Test
    void aPayerOfOneClientCompanyIsNotThatOfAnother() {
        assertThat(ask("beta", "/v1/invoices?" + encoded("counterparty=潮産業")).get("items"))
                .isEmpty();
        JsonNode ofAll = server.json(ADMIN, server.atHead("/v1/invoices?" + encoded("counterparty=ウンノ")));
        assertThat(ofAll.get("items")).hasSize(3);
    }

    @Test
    void theFileHoldsWhatTheListHoldsAndNoFormula() {
        String file = csv("acme", "/v1/invoices?from=2026-04-01");

        assertThat(file).startsWith("\uFEFFclientId,invoiceId,invoiceNumber,transactionFrom,transactionTo,total,");
        List<String> lines = file.lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("acme,a-apr,N-a-apr,2026-04-01,2026-04-30,11000,海野商店　御中,umi,c1,SUBMITTED");
        assertThat(lines.get(4)).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"山田, 商店\"\")\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/invoices", "/v1/invoices?limit=5"})
    void theFileIsNotCutOff(String path) {
        assertThat(csv("many", path).lines()).hasSize(1 + MANY);
    }

    @Test
    void eachRecordComesAsALineOfJsonAsTheListShowsIt() {
        List<String> lines = sendAs("application/x-ndjson", "acme", "/v1/invoices?from=2026-04-01")
                .body()
                .lines()
                .toList();
        JsonNode list = ask("acme", "/v1/invoices?from=2026-04-01").get("items");

        assertThat(lines).hasSize(4);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(JsonMapper.shared().readTree(lines.get(i))).isEqualTo(list.get(i));
        }
        assertThat(sendAs("application/x-ndjson", "acme", "/v1/corrections")
                        .body()
                        .lines())
                .hasSize(2);
        assertThat(sendAs("application/x-ndjson", "many", "/v1/invoices").body().lines())
                .hasSize(MANY);
    }

    @Test
    void aFaultyQuestionForAFileIsRefusedAsAnyOther() {
        HttpResponse<String> answer = send("acme", "/v1/invoices?status=PAYED");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/status");
    }

    @Test
    void everyCorrectionTellsWhoWhenBeforeAfterAndWhy() {
        JsonNode corrected = ask("acme", "/v1/invoices/b-may/corrections");

        assertThat(corrected.get("corrections")).hasSize(1);
        JsonNode correction = corrected.at("/corrections/0");
        assertThat(correction.get("kind").asString()).isEqualTo("CORRECTION");
        assertThat(correction.get("by").asString()).isEqualTo("key-1");
        assertThat(correction.get("at").asString()).isEqualTo("2026-05-10T15:30:00Z");
        assertThat(correction.get("why").asString()).isEqualTo("a quantity was wrong");
        assertThat(correction.get("changes")).hasSize(1);
        assertThat(correction.at("/changes/0/pointer").asString()).isEqualTo("/total");
        assertThat(correction.at("/changes/0/before").asString()).isEqualTo("22000");
        assertThat(correction.at("/changes/0/after").asString()).isEqualTo("22500");
        assertThat(ask("acme", "/v1/invoices/a-apr/corrections").get("corrections"))
                .isEmpty();
    }

    @Test
    void allCorrectionsAndCancellationsOfATimeComeAsAListAndAsAFile() {
        JsonNode all = ask("acme", "/v1/corrections");
        assertThat(all.get("items")).hasSize(2);
        assertThat(all.at("/items/1/corrections/0/kind").asString()).isEqualTo("CANCELLATION");
        assertThat(all.at("/items/1/corrections/0/replacedBy").asString()).isEqualTo("other");
        assertThat(all.at("/items/1/corrections/0/changes/0/before/total").asString())
                .isEqualTo("33000");
        // half past midnight of the eleventh, Japan
        assertThat(ask("acme", "/v1/corrections?correctedFrom=2026-05-11&correctedTo=2026-05-11")
                        .get("items"))
                .hasSize(1);
        assertThat(ask("acme", "/v1/corrections?correctedFrom=2026-05-12&maxAmount=30000")
                        .get("items"))
                .isEmpty();

        List<String> lines = csv("acme", "/v1/corrections").lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .isEqualTo("acme,b-may,N-b-may,経理部,2026-05-01,2026-05-31,22500,CORRECTION,2,2026-05-10T15:30:00Z,key-1,"
                        + "a quantity was wrong,/total,22000,22500,");
        assertThat(lines.get(2)).contains(",CANCELLATION,1,").endsWith(",,other");
    }

    private static void payer(
            String client,
            String id,
            String name,
            String kana,
            @Nullable String corporateNumber,
            @Nullable String registrationNumber) {
        server.log()
                .append(
                        stream(client, "account", id),
                        new AccountOpened(client, id, details(name, kana, corporateNumber, registrationNumber)));
    }

    private static AccountDetails details(
            String name, String kana, @Nullable String corporateNumber, @Nullable String registrationNumber) {
        return new AccountDetails(
                name,
                kana,
                corporateNumber != null,
                corporateNumber,
                registrationNumber,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static void record(
            String client,
            String id,
            String payer,
            @Nullable String recipient,
            @Nullable String from,
            @Nullable String to,
            @Nullable String total) {
        server.log()
                .append(
                        stream(client, "invoice", id),
                        new InvoiceSubmitted(
                                client, id, document(id, payer, recipient, from, to, total), 1, false, false));
    }

    private static InvoiceDocument document(
            String id,
            String payer,
            @Nullable String recipient,
            @Nullable String from,
            @Nullable String to,
            @Nullable String total) {
        InvoiceDocument sample = Samples.document(id, 1_000);
        return new InvoiceDocument(
                sample.invoiceNumber(),
                payer,
                sample.contractId(),
                sample.kind(),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                sample.issueDate(),
                sample.dueDate(),
                sample.issuer(),
                recipient == null ? null : new Recipient(recipient),
                sample.lines(),
                sample.adjustments(),
                sample.taxes(),
                total == null ? null : new BigDecimal(total),
                sample.prepaidRefs(),
                null,
                null,
                sample.precedingInvoices(),
                null);
    }

    private static String encoded(String question) {
        StringBuilder all = new StringBuilder();
        for (String parameter : question.split("&")) {
            String[] parts = parameter.split("=");
            all.append(all.isEmpty() ? "" : "&")
                    .append(parts[0])
                    .append('=')
                    .append(URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private static JsonNode ask(String client, String path) {
        return server.json(ADMIN, server.atHead(path + (path.contains("?") ? "&" : "?") + "clientId=" + client));
    }

    private static String csv(String client, String path) {
        HttpResponse<String> answer = send(client, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        return answer.body();
    }

    private static HttpResponse<String> send(String client, String path) {
        return sendAs("text/csv", client, path);
    }

    private static HttpResponse<String> sendAs(String type, String client, String path) {
        String address = server.atHead(path + (path.contains("?") ? "&" : "?") + "clientId=" + client);
        return server.send(server.request(ADMIN, address).header("Accept", type), BodyHandlers.ofString());
    }
}
