package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.ClockId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.schedule.ClockCommand.MoveClock;
import io.seikyu.standalone.RunningSeikyu.Reply;
import io.seikyu.web.wiring.BusinessClock;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose a claim is, and until when it can be enforced, as who asks sees it. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ClaimsIT {
    private static final String INVOICE = "/v1/invoices/inv-001";

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void anIssuedInvoice() throws Exception {
        Files.writeString(data.resolve("holidays.csv"), holidaysUntilTheClaimIsBarred());
        seikyu = RunningSeikyu.on(data, "--seikyu.sandbox=true");
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        sample("accounts.json").forEach(it -> seikyu.done("/v1/accounts", seikyu.admin, it));
        sample("contracts.json").forEach(it -> seikyu.done("/v1/contracts", seikyu.admin, it));
        seikyu.done("/v1/invoices", seikyu.admin, with(sample("invoices/inv-001.json"), "dueDate", "2026-06-01"));
        post(INVOICE + "/issue", "{}");
    }

    /** The law's table ends sooner than a claim does; what is decided about an open one asks for its years. */
    private static String holidaysUntilTheClaimIsBarred() {
        return IntStream.rangeClosed(2028, 2032)
                .mapToObj(year -> year + "/1/1,元日\n" + year + "/11/23,勤労感謝の日\n")
                .collect(Collectors.joining());
    }

    @Test
    void yearsLaterTheEndOfAClaimIsCountedAndSomebodyIsToldBefore() {
        assertThat(invoice(seikyu.log().head()).at("/limitation/barredAfter").asString())
                .isEqualTo("2031-06-01");

        String fact =
                "{\"factId\": \"f1\", \"kind\": \"ACKNOWLEDGED\", \"on\": \"2026-06-15\", \"evidence\": \"memo 7\"}";
        Reply recorded = post(INVOICE + "/limitation-facts", fact);
        assertThat(recorded.json().at("/limitation/barredAfter").asString()).isEqualTo("2031-06-15");
        JsonNode limitation = invoice(recorded.position()).get("limitation");
        assertThat(limitation.get("barredAfter").asString()).isEqualTo("2031-06-15");
        assertThat(limitation.at("/facts/0/evidence").asString()).isEqualTo("memo 7");

        assertThat(tasks()).isEmpty();
        leapTo(Instant.parse("2030-06-14T00:00:00Z"));
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"set\": \"2030-12-14T00:00:00Z\"}"));
        assertThat(tasks()).isEmpty();
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"P21D\"}"));
        assertThat(tasks()).hasSize(1);
        assertThat(tasks().get(0).at("/facts/barredAfter").asString()).isEqualTo("2031-06-15");
        assertThat(tasks().get(0).get("dueOn").asString()).isEqualTo("2031-06-15");

        Reply withdrawn =
                post(INVOICE + "/limitation-facts/f1/withdrawal", "{\"reason\": \"the memo is another payer's\"}");
        assertThat(withdrawn.json().at("/limitation/barredAfter").asString()).isEqualTo("2031-06-01");
        assertThat(invoice(withdrawn.position()).at("/limitation/facts")).isEmpty();
        assertThat(waiting()).isEmpty();
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"P8D\"}"));
        assertThat(waiting()).hasSize(1);
        assertThat(waiting().get(0).at("/facts/barredAfter").asString()).isEqualTo("2031-06-01");

        Reply paid = post("/v1/receipts", """
                {"receiptId": "late", "clientId": "minato", "bookedOn": "%s", "amount": "241880", "payerName": "ｱｵｿﾞﾗ",
                 "invoiceId": "inv-001"}""".formatted(today()));
        assertThat(paid.json().get("status").asString()).isEqualTo("ALLOCATED");
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"PT1H\"}"));
        assertThat(waiting()).isEmpty();
        post("/v1/receipts/late/reversal", "{\"reason\": \"the bank took it back\"}");
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"P8D\"}"));
        assertThat(waiting()).hasSize(1);
    }

    /** As if the program had not run meanwhile: what fell due is caught up when the days go on. */
    private static void leapTo(Instant time) {
        BusinessClock clock = seikyu.bean(BusinessClock.class);
        clock.beAhead(seikyu.bean(OwnCommands.class)
                .send(Ids.AGENCY, "test", null, new MoveClock(new ClockId(), time, clock.instant())));
    }

    @Test
    void whoPaysInInstalmentsIsHeldToThem() {
        String open = issued("inst", "MN26-INST");
        LocalDate today = today();
        String rest = new BigDecimal(open).subtract(new BigDecimal("10000")).toPlainString();
        Reply proposed = post("/v1/accounts/aozora/instalment-plans", """
                {"planId": "plan1", "invoiceIds": ["inst"], "acknowledgedOn": "%s", "interestWaived": true,
                 "schedule": [{"dueDate": "%s", "amount": "10000"}, {"dueDate": "%s", "amount": "%s"}]}""".formatted(
                        today, today.plusDays(10), today.plusDays(40), rest));
        assertThat(proposed.status()).isEqualTo(202);
        String approval = proposed.json().get("approvalId").asString();
        assertThat(shown("/v1/invoices/inst", proposed.position()).get("onPlan").asBoolean())
                .isFalse();

        Reply agreed = seikyu.send(
                "POST",
                "/v1/approvals/" + approval + "/decision",
                person(),
                "{\"decision\": \"APPROVE\", \"reason\": \"-\"}");
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        JsonNode invoice = shown("/v1/invoices/inst", agreed.position());
        assertThat(invoice.get("onPlan").asBoolean()).isTrue();
        assertThat(invoice.get("dueDate").asString()).isEqualTo("2026-06-01");
        assertThat(invoice.get("accruedInterest").asString()).isEqualTo("0");
        assertThat(invoice.at("/limitation/barredAfter").asString())
                .isEqualTo(today.plusYears(5).toString());

        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"P20D\"}"));
        JsonNode plan = shown("/v1/instalment-plans/plan1", seikyu.log().head());
        assertThat(plan.get("status").asString()).isEqualTo("AGREED");
        assertThat(plan.at("/schedule/0/outcome").asString()).isEqualTo("MISSED");
        assertThat(plan.at("/schedule/0/missing").asString()).isEqualTo("10000");
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"P30D\"}"));
        assertThat(shown("/v1/instalment-plans/plan1", seikyu.log().head())
                        .get("status")
                        .asString())
                .isEqualTo("ACCELERATED");
        assertThat(shown("/v1/invoices/inst", seikyu.log().head())
                        .at("/plan/end")
                        .asString())
                .isEqualTo("ACCELERATED");
        assertThat(shown("/v1/instalment-plans?invoiceId=inst", seikyu.log().head())
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void aClaimThatWasHandedBackIsShownSo() {
        issued("back", "MN26-BACK");

        Reply back = post("/v1/invoices/back/hand-back", "{\"reason\": \"as asked\"}");

        assertThat(back.json().get("handedBack").asBoolean()).isTrue();
        JsonNode shown = seikyu.send("GET", "/v1/invoices/back?atLeast=" + back.position(), seikyu.admin, null)
                .json();
        assertThat(shown.get("status").asString()).isEqualTo("HANDED_BACK");
        assertThat(shown.at("/handBack/reason").asString()).isEqualTo("as asked");
        assertThat(seikyu.send("GET", "/v1/invoices?status=HANDED_BACK", seikyu.admin, null)
                        .json()
                        .at("/items/0/invoiceId")
                        .asString())
                .isEqualTo("back");
        assertThat(seikyu.send(
                                "POST",
                                "/v1/invoices/back/subrogations",
                                seikyu.admin,
                                "{\"paidOn\": \"2026-06-01\", \"amount\": \"1\"}",
                                "Seikyu-Client",
                                "minato")
                        .code())
                .isEqualTo("claim-not-guaranteed");
    }

    /** An issued invoice; what is open of it, yen. */
    private static String issued(String id, String number) {
        JsonNode other = with(
                sample("invoices/inv-001.json"), "dueDate", "2026-06-01", "invoiceId", id, "invoiceNumber", number);
        seikyu.done("/v1/invoices", seikyu.admin, other);
        String decision = "{\"decision\": \"APPROVE\", \"reason\": \"-\"}";
        Reply reply = seikyu.send(
                "POST", "/v1/invoices/" + id + "/decision", reviewer(), decision, "Seikyu-Client", "minato");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Reply issued = post("/v1/invoices/" + id + "/issue", "{}");
        return shown("/v1/invoices/" + id, issued.position()).get("balance").asString();
    }

    private static JsonNode shown(String path, long position) {
        String with = path.contains("?") ? "&" : "?";
        return seikyu.send("GET", path + with + "atLeast=" + position, seikyu.admin, null)
                .json();
    }

    private static LocalDate today() {
        String now = seikyu.send("GET", "/v1/sandbox/clock", seikyu.admin, null)
                .json()
                .get("now")
                .asString();
        return LocalDate.ofInstant(Instant.parse(now), ZoneId.of("Asia/Tokyo"));
    }

    private static String person() {
        return seikyu.done("/v1/api-keys", seikyu.admin, json("{\"roles\": [\"CLIENT\"], \"clientId\": \"minato\"}"))
                .json()
                .get("key")
                .asString();
    }

    private static Reply post(String path, String body) {
        return seikyu.done(path, seikyu.admin, json(body), "Seikyu-Client", "minato");
    }

    private static String reviewer() {
        return seikyu.done("/v1/api-keys", seikyu.admin, json("{\"roles\": [\"REVIEWER\"]}"))
                .json()
                .get("key")
                .asString();
    }

    private static JsonNode invoice(long position) {
        return seikyu.send("GET", INVOICE + "?atLeast=" + position, seikyu.admin, null)
                .json();
    }

    private static JsonNode tasks() {
        long head = seikyu.log().head();
        return seikyu.send("GET", "/v1/tasks?kind=PREVENT_LIMITATION&atLeast=" + head, seikyu.admin, null)
                .json()
                .get("items");
    }

    private static List<JsonNode> waiting() {
        return tasks().valueStream()
                .filter(it -> it.get("state").asString().equals("OPEN"))
                .toList();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @AfterAll
    static void stop() {
        seikyu.close();
    }
}
