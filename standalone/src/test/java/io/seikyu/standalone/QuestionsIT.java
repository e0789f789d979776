package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the past looks like, as it was known then and as it is known now. */
@Timeout(300)
class QuestionsIT {
    /** The month after this one: the sandbox's clock goes forward only. */
    private static final YearMonth NEXT = YearMonth.now(ZoneId.of("Asia/Tokyo")).plusMonths(1);

    @TempDir
    private Path data;

    private RunningSeikyu seikyu;

    @Test
    void theMonthEndReportComesOutAsItWasAndAsItIsKnownToday() {
        try (RunningSeikyu running = RunningSeikyu.on(data, "--seikyu.sandbox=true")) {
            seikyu = running;
            clockTo(NEXT.atDay(27));
            masterData();
            invoice("inv-1", NEXT.minusMonths(1));
            clockTo(NEXT.plusMonths(1).atDay(20));
            invoice("inv-2", NEXT.plusMonths(1));
            LocalDate monthEnd = NEXT.plusMonths(1).atEndOfMonth();
            clockTo(monthEnd.plusDays(1));
            Instant reported = now();
            JsonNode asItWas = ageing("?asOf=" + monthEnd);
            assertThat(asItWas.at("/total/notDue").asString()).isEqualTo("11000");
            assertThat(asItWas.at("/total/total").asString()).isEqualTo("22000");

            assertThat(table("?asOf=" + monthEnd))
                    .containsExactly(
                            "\uFEFFclientId,accountId,name,notDue,d1to30,d31to60,d61to90,over90,total",
                            "aoyama,umi,海野商店株式会社,11000,0,11000,0,0,22000");

            clockTo(monthEnd.plusDays(4));
            receipt("late-news", monthEnd.minusDays(2));
            clockTo(monthEnd.plusMonths(5));

            assertThat(ageing("?asOf=" + monthEnd + "&knownAt=" + reported)).isEqualTo(withKnownAt(asItWas, reported));
            JsonNode asKnownToday = ageing("?asOf=" + monthEnd);
            assertThat(asKnownToday.at("/total/total").asString()).isEqualTo("11000");
            assertThat(asKnownToday.at("/total/notDue").asString()).isEqualTo("11000");
            assertThat(ageing("?asOf=" + monthEnd.minusDays(3))
                            .at("/total/d1to30")
                            .asString())
                    .as("the payment did not wipe out the days before it")
                    .isEqualTo("11000");
            String then = "asOf=" + reported + "&atLeast=" + seikyu.log().head();
            assertThat(get("/v1/invoices/inv-1?" + then).get("balance").asString())
                    .isEqualTo("11000");
            assertThat(get("/v1/invoices/inv-1?" + then).get("payments")).isEmpty();
            assertThat(get("/v1/invoices/inv-1").get("balance").asString()).isEqualTo("0");
            assertThat(get("/v1/accounts/umi?" + then).at("/exposure/unpaid").asString())
                    .isEqualTo("22000");
            assertThat(get("/v1/accounts/umi?" + then)
                            .at("/paymentProfile/settledInvoices")
                            .asInt())
                    .isZero();
            assertThat(get("/v1/contracts/hosting?" + then).get("items")).hasSize(1);
            assertThat(seikyu.send("GET", "/v1/contracts/hosting?asOf=2026-01-01T00:00:00Z", seikyu.admin, null)
                            .code())
                    .isEqualTo("contract-not-found");
            JsonNode itemised = ageing("?accountId=umi");
            assertThat(itemised.at("/invoices/0/invoiceId").asString()).isEqualTo("inv-2");
            assertThat(itemised.at("/total/over90").asString()).isEqualTo("11000");
        }
    }

    @Test
    void aMonthOfPaymentsIsToldInFigures() {
        try (RunningSeikyu running = RunningSeikyu.on(data, "--seikyu.sandbox=true")) {
            seikyu = running;
            clockTo(NEXT.atDay(4));
            masterData();
            invoice("inv-1", NEXT.minusMonths(2));
            invoice("inv-2", NEXT.minusMonths(1));
            clockTo(NEXT.atDay(20));
            Reply paid = receipt("r1", NEXT.atDay(18));

            JsonNode month = get("/v1/payment-trends?accountId=umi&from=" + NEXT.atDay(1) + "&to=" + NEXT.atEndOfMonth()
                            + "&atLeast=" + paid.position())
                    .at("/buckets/0");

            assertThat(month.get("invoiced").asString()).isEqualTo("22000");
            assertThat(month.get("received").asString()).isEqualTo("11000");
            assertThat(month.get("open").asString()).isEqualTo("11000");
            assertThat(month.get("dso").asDouble()).isEqualTo(NEXT.lengthOfMonth() / 2.0);
            assertThat(month.get("cei").asString()).isEqualTo("100.0");
            assertThat(month.get("onTimeRatio").isNumber()).isTrue();
            assertThat(month.get("onTimeRatio").doubleValue()).isZero();
            assertThat(month.get("medianDaysLate").asString()).isEqualTo("18.0");
            assertThat(month.at("/methods/TRANSFER").asInt()).isEqualTo(1);
            List<String> told = told("/v1/accounts/umi/timeline?limit=500&atLeast=" + paid.position());
            assertThat(told.get(0)).isEqualTo("account.opened");
            assertThat(told)
                    .containsSubsequence(
                            "contract.concluded",
                            "invoice.submitted",
                            "invoice.issued",
                            "receipt.recorded",
                            "invoice.paid");
            List<String> first = told("/v1/accounts/umi/timeline?limit=3");
            assertThat(first).isEqualTo(told.subList(0, 3));
            String next = get("/v1/accounts/umi/timeline?limit=3").get("next").asString();
            assertThat(told("/v1/accounts/umi/timeline?limit=4&cursor=" + next)).isEqualTo(told.subList(3, 7));
            assertThat(get("/v1/audit/streams/invoice/inv-1").at("/items").toString())
                    .as("the story is told by the invoice's own view")
                    .contains("/status");
            assertThat(seikyu.send("GET", "/v1/payment-trends?from=2027-02-01&to=2027-01-01", seikyu.admin, null)
                            .code())
                    .isEqualTo("malformed-parameter");
            assertThat(seikyu.send(
                                    "GET",
                                    "/v1/payment-trends?granularity=day&from=2020-01-01&to=2027-01-01",
                                    seikyu.admin,
                                    null)
                            .code())
                    .isEqualTo("malformed-parameter");
        }
    }

    @Test
    void moneyIsExpectedByDueDatesAndPromisesAsKnownThenAndNow() {
        try (RunningSeikyu running = RunningSeikyu.on(data, "--seikyu.sandbox=true")) {
            seikyu = running;
            clockTo(NEXT.atDay(4));
            masterData();
            invoice("inv-1", NEXT.minusMonths(1));
            clockTo(NEXT.atDay(5));
            Instant before = now();
            JsonNode byDueDate = get("/v1/cash-forecast?weeks=6&accountId=umi&atLeast="
                    + seikyu.log().head());
            assertThat(byDueDate.get("total").asString()).isEqualTo("11000");
            assertThat(byDueDate.at("/weeks/0/from").asString())
                    .isEqualTo(NEXT.atDay(6).toString());
            assertThat(expected(byDueDate, "USUAL_DELAY")).isEqualTo("11000");
            assertThat(byDueDate.at("/usualDelay/settledInvoices").asInt()).isZero();
            assertThat(byDueDate.at("/accuracy/0/forecasts").asInt()).isZero();

            clockTo(NEXT.atDay(6));
            post("/v1/invoices/inv-1/promises", "{\"amount\": \"5000\", \"payOn\": \"" + NEXT.atDay(14) + "\"}");

            JsonNode promised =
                    get("/v1/cash-forecast?weeks=6&atLeast=" + seikyu.log().head());
            assertThat(expected(promised, "PROMISE")).isEqualTo("5000");
            assertThat(expected(promised, "USUAL_DELAY")).isEqualTo("6000");
            JsonNode then = get("/v1/cash-forecast?weeks=6&knownAt=" + before);
            assertThat(then.get("weeks")).isEqualTo(byDueDate.get("weeks"));

            clockTo(NEXT.atDay(7));
            post("/v1/accounts/umi/signals", """
                    {"signalId": "s1", "kind": "BANKRUPTCY", "source": "官報", "proceeding": "破産", "observedOn": "%s"}""".formatted(NEXT.atDay(4)));
            Instant during = now();
            String insolvent = "/v1/cash-forecast?weeks=6&knownAt=" + during + "&atLeast=";
            assertThat(get(insolvent + seikyu.log().head())
                            .at("/undated/INSOLVENT")
                            .asString())
                    .isEqualTo("11000");
            assertThat(get("/v1/cash-forecast?weeks=6&knownAt=" + before).get("weeks"))
                    .as("on that day it was not recorded, though it had been observed")
                    .isEqualTo(byDueDate.get("weeks"));
            clockTo(NEXT.atDay(8));
            String another = post("/v1/api-keys", "{\"roles\": [\"CREDIT\"]}")
                    .json()
                    .get("key")
                    .asString();
            post(another, "/v1/accounts/umi/signals/s1/judgement", """
                    {"verdict": "DISMISSED", "reason": "a namesake"}""");
            assertThat(get("/v1/cash-forecast?atLeast=" + seikyu.log().head())
                            .get("undated")
                            .has("INSOLVENT"))
                    .isFalse();
            assertThat(get(insolvent + seikyu.log().head()).get("undated").has("INSOLVENT"))
                    .as("it was known then")
                    .isTrue();

            clockTo(NEXT.plusMonths(1).atDay(20));
            receipt("r1", NEXT.plusMonths(1).atDay(19));
            JsonNode after = get(
                    "/v1/cash-forecast?accountId=umi&atLeast=" + seikyu.log().head());
            assertThat(after.get("total").asString()).isEqualTo("0");
            assertThat(after.at("/usualDelay/medianDaysLate").asString()).isEqualTo("19.0");
            assertThat(after.at("/accuracy/0/forecasts").asInt()).isPositive();
            assertThat(after.at("/accuracy/0/bias").isMissingNode()).isFalse();
            assertThat(seikyu.send("GET", "/v1/cash-forecast?weeks=0", seikyu.admin, null)
                            .code())
                    .isEqualTo("malformed-parameter");
        }
    }

    /** Of the one week in which anything is expected on that ground. */
    private static String expected(JsonNode forecast, String basis) {
        List<String> amounts = new ArrayList<>();
        forecast.get("weeks").forEach(week -> {
            if (week.get("by").has(basis)) {
                amounts.add(week.get("by").get(basis).asString());
            }
        });
        assertThat(amounts).as(forecast.toString()).hasSize(1);
        return amounts.get(0);
    }

    private void masterData() {
        post("/v1/clients", """
                {"clientId": "aoyama", "name": "株式会社青山", "registrationNumber": "T4234567890012", "corporate": true,
                 "autoIssue": true, "email": "billing@aoyama.example", "bankAccount": {"bank": "9990", "branch": "101",
                 "kind": "1", "number": "1234567", "holder": "ｶ)ｱｵﾔﾏ"}}""");
        post("/v1/sending/stop", "{\"clientId\": \"aoyama\", \"reason\": \"nobody is to be written to\"}");
        post("/v1/accounts", """
                {"accountId": "umi", "name": "海野商店株式会社", "nameKana": "ウンノシヨウテン", "corporate": true}""");
        post("/v1/contracts", """
                {"contractId": "hosting", "accountId": "umi", "effectiveFrom": "2026-04-01", "pricesIncludeTax": false,
                 "rounding": "FLOOR", "items": [{"code": "HOST", "description": "Hosting", "unitPrice": "10000",
                 "taxCategory": "STANDARD"}], "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM",
                 "shift": "NONE"}, "lateInterest": {"rate": "14.6", "dayCount": "D365"},
                 "transferFee": {"deductible": false, "cap": "880"}, "claimHolder": "AGENT", "subcontractLaw": false}""");
    }

    /** One unit of hosting in the first half of that month, due at the end of the next. */
    private void invoice(String id, YearMonth month) {
        JsonNode submitted = post("/v1/invoices", """
                {"invoiceId": "%s", "invoiceNumber": "N-%s", "accountId": "umi", "contractId": "hosting",
                 "transactionFrom": "%s-01", "transactionTo": "%s-15", "issueDate": "%s-20", "dueDate": "%s",
                 "issuer": {"name": "株式会社青山", "registrationNumber": "T4234567890012"},
                 "recipient": {"name": "海野商店株式会社"}, "lines": [{"kind": "ITEM", "code": "HOST", "description":
                 "Hosting", "quantity": "1", "unitPrice": "10000", "amount": "10000", "taxCategory": "STANDARD"}],
                 "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "10000", "tax": "1000"}],
                 "total": "11000"}""".formatted(
                                id, id, month, month, month, month.plusMonths(1).atEndOfMonth()))
                .json();
        assertThat(submitted.get("status").asString()).as(submitted.toString()).isEqualTo("ISSUED");
    }

    /** All of the first invoice. */
    private Reply receipt(String id, LocalDate bookedOn) {
        return post("/v1/receipts", """
                {"receiptId": "%s", "bookedOn": "%s", "amount": "11000", "payerName": "ｳﾝﾉｼﾖｳﾃﾝ",
                 "method": "TRANSFER", "invoiceId": "inv-1"}""".formatted(id, bookedOn));
    }

    /** Noon of that day, Japan. */
    private void clockTo(LocalDate day) {
        post("/v1/sandbox/clock", "{\"set\": \"" + day + "T03:00:00Z\"}");
    }

    private Reply post(String path, String body) {
        return post(seikyu.admin, path, body);
    }

    private Reply post(String key, String path, String body) {
        return seikyu.done(path, key, JsonMapper.shared().readTree(body), "Seikyu-Client", "aoyama");
    }

    private JsonNode get(String path) {
        Reply reply = seikyu.send("GET", path, seikyu.admin, null, "Seikyu-Client", "aoyama");
        assertThat(reply.status()).as(path + ": " + reply.body()).isEqualTo(200);
        return reply.json();
    }

    private List<String> told(String path) {
        List<String> types = new ArrayList<>();
        get(path).get("items").forEach(event -> types.add(event.get("type").asString()));
        return types;
    }

    private JsonNode ageing(String question) {
        return get("/v1/ageing" + question + "&atLeast=" + seikyu.log().head());
    }

    private List<String> table(String question) {
        return seikyu.send("GET", "/v1/ageing" + question, seikyu.admin, null, "Accept", "text/csv")
                .body()
                .lines()
                .toList();
    }

    private Instant now() {
        return Instant.parse(get("/v1/sandbox/clock").get("now").asString());
    }

    private static JsonNode withKnownAt(JsonNode answer, Instant knownAt) {
        return answer.deepCopy().asObject().put("knownAt", knownAt.toString());
    }
}
