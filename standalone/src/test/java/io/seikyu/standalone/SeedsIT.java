package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * What a billing agency (請求代行) is for, in the order in which the trade describes itself, each sentence as one way
 * through the running program. The other sentences come with credit, receipts and dunning.
 */
@Timeout(300)
class SeedsIT {
    private static final PaymentTerms TERMS = new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT);
    private static final BankCalendar CALENDAR = BankCalendar.japan();
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static String reviewer;
    private static String clientsSystem;
    private static long position;

    @BeforeAll
    static void aClientCompanyAndItsPayers() {
        seikyu = RunningSeikyu.on(data);
        post("/v1/clients", sample("client.json"));
        sample("accounts.json").forEach(account -> post("/v1/accounts", account));
        for (int i = 1; i <= 9; i++) {
            ObjectNode contract = with(sample("contracts.json").get(0), "contractId", "seed-" + i);
            post("/v1/contracts", contract);
        }
        reviewer = key("{\"roles\": [\"REVIEWER\"]}");
        clientsSystem = key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"minato\"}");
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            seikyu.close();
        }
    }

    @Test
    void line1_takesInBillingRequestsOfClientCompanies() {
        String rows = invoice("line1-a", 1, APRIL, 10) + "\n" + invoice("line1-b", 1, APRIL.plusMonths(1), 11) + "\n";

        Reply accepted =
                seikyu.send("POST", "/v1/invoices:import", clientsSystem, "application/x-ndjson", rows.getBytes(UTF_8));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);

        JsonNode job = finished(accepted.json().get("jobId").asString());
        assertThat(job.at("/counts/APPROVED").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(get("/v1/invoices/line1-b").get("status").asString()).isEqualTo("APPROVED");
    }

    @Test
    void line2_anInvoiceCarriesGoodsPriceAndDueDate() {
        submit(invoice("line2", 2, APRIL, 10));
        post("/v1/invoices/line2/issue", json("{\"deliverBy\": \"CLIENT\"}"));

        JsonNode shown = get("/v1/invoices/line2");
        assertThat(shown.at("/lines/0/description").asString()).isEqualTo("新潟産コシヒカリ 10kg");
        assertThat(shown.at("/lines/0/unitPrice").asString()).isEqualTo("4280");
        assertThat(shown.get("dueDate").asString()).isEqualTo("2026-06-01");
        Reply paper = seikyu.send("GET", "/v1/invoices/line2", seikyu.admin, null, "Accept", "application/pdf");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF-");
        Reply peppol = seikyu.send("GET", "/v1/invoices/line2", seikyu.admin, null, "Accept", "application/xml");
        assertThat(peppol.body()).contains("新潟産コシヒカリ 10kg", "2026-06-01");
    }

    @Test
    void line3_reviewsTheAmountAgainstTheContract() {
        ObjectNode dear = invoice("line3", 3, APRIL, 10);
        ((ObjectNode) dear.at("/lines/0")).put("unitPrice", "4500").put("amount", "45000");
        sums(dear);

        JsonNode answer = submit(dear);

        assertThat(answer.get("status").asString()).isEqualTo("DISCREPANT");
        assertThat(codes(answer)).containsExactly("UNIT_PRICE_MISMATCH");
        assertThat(answer.at("/findings/0/expected").asString()).isEqualTo("4280");
        assertThat(answer.at("/findings/0/actual").asString()).isEqualTo("4500");
    }

    @Test
    void line4_reviewsExpensesAndConsumptionTax() {
        ObjectNode untaxed = invoice("line4-a", 4, APRIL, 10);
        ((ObjectNode) untaxed.at("/taxes/0")).put("tax", "3000");
        assertThat(codes(submit(untaxed))).contains("TAX_AMOUNT_MISMATCH");

        ObjectNode dear = invoice("line4-b", 4, APRIL.plusMonths(1), 10);
        ((ArrayNode) dear.get("lines"))
                .add(json(
                        "{\"kind\": \"EXPENSE\", \"code\": \"SHIPPING\", \"description\": \"運賃\", \"quantity\": \"1\","
                                + " \"unitPrice\": \"3500\", \"amount\": \"3500\", \"taxCategory\": \"STANDARD\"}"));
        ((ArrayNode) dear.get("taxes"))
                .add(json(
                        "{\"taxCategory\": \"STANDARD\", \"rate\": \"10\", \"taxable\": \"3500\", \"tax\": \"350\"}"));
        dear.put("total", "" + (dear.get("total").asInt() + 3850));
        assertThat(codes(submit(dear))).containsExactly("EXPENSE_ABOVE_CAP");
    }

    @Test
    void line5_aDiscrepancyLeadsToCorrectionAtOnceAndToANewReview() {
        ObjectNode wrong = invoice("line5", 5, APRIL, 10).put("dueDate", "2026-05-31");
        assertThat(codes(submit(wrong))).containsExactly("DUE_DATE_MISMATCH");

        ObjectNode right = invoice("line5", 5, APRIL, 10).put("reason", "支払期日を翌営業日に訂正");
        right.remove("invoiceId");
        JsonNode corrected = post("/v1/invoices/line5/corrections", right).json();

        assertThat(corrected.get("status").asString()).isEqualTo("APPROVED");
        JsonNode shown = get("/v1/invoices/line5");
        assertThat(shown.get("versions")).hasSize(2);
        assertThat(shown.at("/versions/0/document/dueDate").asString()).isEqualTo("2026-05-31");
        assertThat(shown.at("/versions/1/document/dueDate").asString()).isEqualTo("2026-06-01");
    }

    @Test
    void line6_issuesOnlyWhatTheReviewApproved() throws Exception {
        submit(invoice("line6-wrong", 6, APRIL, 10).put("total", "1"));
        assertThat(issue("line6-wrong").status()).isEqualTo(409);
        submit(invoice("line6-doubtful", 6, APRIL.plusMonths(1), 10));
        JsonNode again = submit(invoice("line6-again", 6, APRIL.plusMonths(1), 10));
        assertThat(again.get("status").asString()).as(again.toString()).isEqualTo("IN_REVIEW");
        assertThat(issue("line6-again").code()).isEqualTo("not-approved");

        Reply approved = seikyu.send(
                "POST",
                "/v1/invoices/line6-again/decision",
                reviewer,
                "{\"decision\": \"APPROVE\", \"reason\": \"同月に二度納品\"}",
                "Seikyu-Client",
                "minato");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(issue("line6-again").status()).isEqualTo(200);
        assertThat(mailWith("line6-again")).contains("application/pdf");
    }

    @Test
    void line7_nothingIsSentOnWrongData() throws IOException {
        submit(invoice("line7", 7, APRIL, 10).put("total", "1"));
        assertThat(issue("line7").status()).isEqualTo(409);
        assertThat(get("/v1/invoices/line7").get("deliveries")).isEmpty();

        submit(invoice("line7-sent", 7, APRIL.plusMonths(1), 10));
        post("/v1/invoices/line7-sent/issue", json("{\"deliverBy\": \"LETTER\"}"));
        // on its way, and not relied upon: what would remind of it has to wait
        assertThat(get("/v1/invoices/line7-sent").get("delivered").asBoolean()).isFalse();
        post("/v1/invoices/line7-sent/disputes", json("{\"disputeId\": \"d1\", \"reason\": \"数量が違う\"}"));
        assertThat(get("/v1/invoices/line7-sent").get("disputed").asBoolean()).isTrue();
    }

    @Test
    void line8_analysesBillingHistory() {
        for (int month = 0; month < 6; month++) {
            assertThat(submit(invoice("line8-" + month, 8, APRIL.plusMonths(month), 10 + month % 2))
                            .get("status")
                            .asString())
                    .isEqualTo("APPROVED");
        }

        JsonNode odd = submit(invoice("line8-odd", 8, APRIL.plusMonths(6), 100));

        assertThat(codes(odd)).containsExactly("AMOUNT_UNUSUAL");
        assertThat(odd.get("status").asString()).isEqualTo("IN_REVIEW");
        assertThat(odd.at("/findings/0/expected").asString()).isNotBlank();
    }

    @Test
    void line20_whatIsLearntMakesTheNextReviewBetter() {
        submit(invoice("line20-0", 9, APRIL, 10));
        post("/v1/invoices/line20-0/issue", json("{\"deliverBy\": \"CLIENT\"}"));
        post("/v1/invoices/line20-0/disputes", json("{\"disputeId\": \"d1\", \"reason\": \"数量が違う\"}"));
        Reply upheld = seikyu.send(
                "POST",
                "/v1/invoices/line20-0/disputes/d1/resolution",
                reviewer,
                "{\"outcome\": \"UPHELD\", \"note\": \"納品書で確認\"}",
                "Seikyu-Client",
                "minato");
        assertThat(upheld.status()).as(upheld.body()).isEqualTo(200);

        for (int next = 1; next <= 3; next++) {
            assertThat(codes(submit(invoice("line20-" + next, 9, APRIL.plusMonths(next), 10))))
                    .as("invoice %d after the error", next)
                    .containsExactly("RECENT_ERROR");
        }
        assertThat(codes(submit(invoice("line20-4", 9, APRIL.plusMonths(4), 10))))
                .isEmpty();
    }

    /** Sacks of rice for one month, as the contract has them. */
    private static ObjectNode invoice(String id, int contract, LocalDate month, int sacks) {
        LocalDate last = month.plusMonths(1).minusDays(1);
        ObjectNode invoice = with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                id,
                "invoiceNumber",
                "S-" + id,
                "contractId",
                "seed-" + contract,
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
        ((ObjectNode) lines.get(0)).put("quantity", "" + sacks).put("amount", "" + sacks * 4280);
        ArrayNode taxes = (ArrayNode) invoice.get("taxes");
        taxes.remove(0);
        sums(invoice);
        return invoice;
    }

    private static void sums(ObjectNode invoice) {
        int taxable = invoice.at("/lines/0/amount").asInt();
        int tax = taxable * 8 / 100;
        ((ObjectNode) invoice.at("/taxes/0")).put("taxable", "" + taxable).put("tax", "" + tax);
        invoice.put("total", "" + (taxable + tax));
    }

    private static JsonNode submit(ObjectNode invoice) {
        return post("/v1/invoices", invoice).json();
    }

    private static Reply issue(String id) {
        Reply reply =
                seikyu.send("POST", "/v1/invoices/" + id + "/issue", seikyu.admin, "{}", "Seikyu-Client", "minato");
        position = Math.max(position, reply.position());
        return reply;
    }

    private static Reply post(String path, JsonNode body) {
        Reply reply = seikyu.done(path, seikyu.admin, body, "Seikyu-Client", "minato");
        position = Math.max(position, reply.position());
        return reply;
    }

    private static JsonNode get(String path) {
        Reply reply = seikyu.send("GET", path + "?atLeast=" + position, seikyu.admin, null, "Seikyu-Client", "minato");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode finished(String job) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (true) {
            Reply reply = seikyu.send("GET", "/v1/jobs/" + job, clientsSystem, null);
            if (reply.status() == 200 && reply.json().get("status").asString().equals("DONE")) {
                position = seikyu.log().head();
                return reply.json();
            }
            assertThat(System.nanoTime()).as(reply.body()).isLessThan(end);
            pause();
        }
    }

    /** The mail of that invoice, in the folder that stands in for a mail server. */
    private static String mailWith(String invoiceId) throws IOException {
        Path mail = data.resolve("outbox/minato/invoice." + invoiceId + ".1.1.eml");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.exists(mail)) {
            assertThat(System.nanoTime()).as("%s", mail).isLessThan(end);
            pause();
        }
        return Files.readString(mail);
    }

    private static List<String> codes(JsonNode answer) {
        return StreamSupport.stream(answer.get("findings").spliterator(), false)
                .map(finding -> finding.get("code").asString())
                .toList();
    }

    private static String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, json(body))
                .json()
                .get("key")
                .asString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
