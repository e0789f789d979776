package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Payers who owe, in a sandbox whose days pass as a test asks. */
final class DunnedPayers implements AutoCloseable {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    static final PaymentTerms TERMS = new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT);

    private static final int EARLY = 10;

    final RunningSeikyu seikyu;
    final String operator;
    final String reviewer;
    final String person;

    DunnedPayers(Path data, String... settings) {
        this(start(data, settings), true);
    }

    private DunnedPayers(RunningSeikyu seikyu, boolean first) {
        this.seikyu = seikyu;
        if (first) {
            seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        }
        operator = key("{\"roles\": [\"OPERATOR\"]}");
        reviewer = key("{\"roles\": [\"REVIEWER\"]}");
        person = key("{\"roles\": [\"CLIENT\"], \"clientId\": \"minato\"}");
    }

    /** Those who are there already. */
    static DunnedPayers again(Path data, String... settings) {
        return new DunnedPayers(start(data, settings), false);
    }

    private static RunningSeikyu start(Path data, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--seikyu.sandbox=true");
        return RunningSeikyu.on(data, all.toArray(String[]::new));
    }

    private String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, json(body))
                .json()
                .get("key")
                .stringValue();
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), JAPAN);
    }

    Instant now() {
        return Instant.parse(seikyu.send("GET", "/v1/sandbox/clock", seikyu.admin, null)
                .json()
                .get("now")
                .stringValue());
    }

    static LocalDate bankingDays(LocalDate day, int count) {
        return BankCalendar.japan().plusBankingDays(day, count);
    }

    void pass(String span) {
        Reply passed = seikyu.send("POST", "/v1/sandbox/clock", seikyu.admin, "{\"advance\": \"" + span + "\"}");
        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
    }

    /** Until ten in the morning of {@code day}, Japan. */
    void until(LocalDate day) {
        Instant time = at(day, 10);
        if (time.isAfter(now())) {
            until(time);
        }
    }

    void until(Instant time) {
        Reply passed = tryUntil(time);
        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
    }

    Reply tryUntil(Instant time) {
        return seikyu.send("POST", "/v1/sandbox/clock", seikyu.admin, "{\"set\": \"" + time + "\"}");
    }

    /** That hour of the day in Japan. */
    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(JAPAN).toInstant();
    }

    void payer(String id, String... fields) {
        payerOf("AGENT", id, fields);
    }

    /** @param holder of the claims on it */
    void payerOf(String holder, String id, String... fields) {
        ObjectNode account = with(sample("accounts.json").get(0), "accountId", id, "clientId", "minato");
        seikyu.done("/v1/accounts", operator, with(account, fields));
        ObjectNode contract =
                with(sample("contracts.json").get(0), "contractId", id + "-c", "accountId", id, "claimHolder", holder);
        if (holder.equals("PURCHASED")) {
            contract.put("assignmentNoticeOn", "2026-04-01");
        }
        seikyu.done("/v1/contracts", operator, contract);
    }

    /** Until early in a month: of what {@link #owes} then nothing is said before the scene is set. */
    void early() {
        LocalDate today = today();
        if (today.getDayOfMonth() > EARLY) {
            until(today.plusMonths(1).withDayOfMonth(1));
        }
    }

    /**
     * An invoice of last month that its payer has, over 241,880 yen: due at the end of this one.
     *
     * @return when it is due
     */
    LocalDate owes(String payer, String id) {
        return owes(payer, id, today().withDayOfMonth(1).minusMonths(1));
    }

    LocalDate owes(String payer, String id, LocalDate of) {
        ObjectNode invoice = invoice(payer, id, of);
        issue(seikyu.done("/v1/invoices", operator, invoice), id);
        return LocalDate.parse(invoice.get("dueDate").stringValue());
    }

    /** Over the month that begins on {@code of}, as it is handed in. */
    static ObjectNode invoice(String payer, String id, LocalDate of) {
        LocalDate last = of.plusMonths(1).minusDays(1);
        return with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                id,
                "invoiceNumber",
                "N-" + id,
                "accountId",
                payer,
                "contractId",
                payer + "-c",
                "transactionFrom",
                of.toString(),
                "transactionTo",
                last.toString(),
                "issueDate",
                last.plusDays(1).toString(),
                "dueDate",
                TERMS.dueDate(last, BankCalendar.japan()).toString());
    }

    /** Approves what was submitted if that is asked for, and has it reach its payer. */
    void issue(Reply submitted, String id) {
        if (submitted.json().get("status").stringValue().equals("IN_REVIEW")) {
            done(reviewer, "/v1/invoices/" + id + "/decision", "{\"decision\": \"APPROVE\", \"reason\": \"right\"}");
        }
        done(operator, "/v1/invoices/" + id + "/issue", "{\"deliverBy\": \"CLIENT\"}");
        Reply issued = get("/v1/invoices/" + id);
        String delivery = issued.json().at("/deliveries/0/deliveryId").stringValue();
        done(operator, "/v1/invoices/" + id + "/deliveries/" + delivery + "/outcome", "{\"outcome\": \"SENT\"}");
    }

    Reply pay(String payer, String invoice, String amount, LocalDate bookedOn) {
        return seikyu.done(
                "/v1/receipts",
                operator,
                json("{\"clientId\": \"minato\", \"bookedOn\": \"" + bookedOn + "\", \"amount\": \"" + amount
                        + "\", \"payerName\": \"ｱｵｿﾞﾗﾌ-ｽﾞ(ｶ\", \"invoiceId\": \"" + invoice + "\"}"));
    }

    /** Says what came of a call that waits. */
    Reply called(String reminder, String outcome) {
        return done(operator, "/v1/tasks/" + call(reminder) + "/completion", outcome);
    }

    /** The task to make a call. */
    String call(String reminder) {
        JsonNode open = get("/v1/tasks?kind=CALL_PAYER&about=minato/reminder/" + reminder)
                .json()
                .get("items");
        assertThat(open).hasSize(1);
        return open.at("/0/taskId").stringValue();
    }

    Reply done(String key, String path, String body) {
        return seikyu.done(path, key, json(body), "Seikyu-Client", "minato");
    }

    Reply get(String path) {
        String separator = path.contains("?") ? "&" : "?";
        Reply reply =
                seikyu.send("GET", path + separator + "atLeast=" + seikyu.log().head(), seikyu.admin, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    List<JsonNode> reminders(String payer) {
        List<JsonNode> all = new ArrayList<>();
        get("/v1/reminders?accountId=" + payer).json().get("items").forEach(all::add);
        all.sort(java.util.Comparator.comparing(it -> it.get("plannedAt").stringValue()));
        return all;
    }

    /** Everything that a question finds, page by page. */
    List<JsonNode> all(String question) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(question + "&limit=200" + after).json();
            page.get("items").forEach(all::add);
            after = page.path("next").isString() ? "&cursor=" + page.get("next").stringValue() : null;
        } while (after != null);
        return all;
    }

    /** Stage, channel and state of each, e.g. {@code R1 MAIL SENT}. */
    List<String> story(String payer) {
        return reminders(payer).stream()
                .map(it ->
                        it.get("stage").stringValue() + " " + it.get("channel").stringValue() + " "
                                + it.get("state").stringValue())
                .toList();
    }

    /** Waits until that line is in a payer's story: where the clock is held up, not everything has happened yet. */
    void await(String payer, String line) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!story(payer).contains(line)) {
            assertThat(System.nanoTime()).as(line + " of " + story(payer)).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** Stage and channel of each contact about an invoice that reached the payer, in order. */
    List<String> said(String invoice) {
        return get("/v1/invoices/" + invoice)
                .json()
                .get("reminders")
                .valueStream()
                .map(it ->
                        it.get("stage").stringValue() + " " + it.get("channel").stringValue())
                .toList();
    }

    /** The events of a stream, each as it stands there. */
    List<String> events(String stream) {
        List<String> all = new ArrayList<>();
        get("/v1/audit/events?stream=" + stream).json().get("items").forEach(event -> all.add(event.toString()));
        return all;
    }

    @Override
    public void close() {
        seikyu.close();
    }
}
