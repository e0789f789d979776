package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two client companies, people of each kind, and what they do about payers' credit over HTTP. */
final class CreditScene {
    private static final PaymentTerms TERMS = new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT);
    private static final BankCalendar CALENDAR = BankCalendar.japan();
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    final RunningSeikyu seikyu;
    final String operator;
    final String credit;
    final String otherCredit;
    final String person;
    final String system;
    final String auditor;

    CreditScene(RunningSeikyu seikyu) {
        this.seikyu = seikyu;
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        seikyu.done("/v1/clients", seikyu.admin, with(sample("client.json"), "clientId", "other"));
        this.operator = key("{\"roles\": [\"OPERATOR\"]}");
        this.credit = key("{\"roles\": [\"CREDIT\"]}");
        this.otherCredit = key("{\"roles\": [\"CREDIT\"]}");
        this.auditor = key("{\"roles\": [\"AUDITOR\"]}");
        this.person = key("{\"roles\": [\"CLIENT\"], \"clientId\": \"minato\"}");
        this.system = key("{\"roles\": [\"INTEGRATION\"], \"clientId\": \"minato\"}");
    }

    void payer(String id) {
        seikyu.done("/v1/accounts", operator, account(id, "minato"));
    }

    ObjectNode account(String id, String client) {
        return with(sample("accounts.json").get(0), "accountId", id, "clientId", client);
    }

    void contract(String payer, String id, String holder) {
        seikyu.done(
                "/v1/contracts",
                operator,
                with(sample("contracts.json").get(0), "contractId", id, "accountId", payer, "claimHolder", holder));
    }

    void paid(String payer, int month, String method) {
        paid(payer, month, method, 0);
    }

    void paid(String payer, int month, String method, int daysLate) {
        String id = issued(payer, month);
        LocalDate due = LocalDate.parse(invoiceNow(id).get("dueDate").stringValue());
        pay(id, due.plusDays(daysLate).toString(), method);
    }

    /** All that is open of it. */
    void pay(String invoiceId, String bookedOn, String method) {
        ObjectNode receipt = JsonMapper.shared().createObjectNode();
        receipt.put("clientId", "minato")
                .put("bookedOn", bookedOn)
                .put("amount", invoiceNow(invoiceId).get("balance").stringValue())
                .put("payerName", "ｱｵｿﾞﾗﾌ-ｽﾞ(ｶ")
                .put("method", method)
                .put("invoiceId", invoiceId);
        Reply booked = seikyu.done("/v1/receipts", operator, receipt);
        assertThat(booked.json().get("status").stringValue()).as(booked.body()).isEqualTo("ALLOCATED");
    }

    private JsonNode invoiceNow(String id) {
        return get(operator, "/v1/invoices/" + id + "?atLeast=" + seikyu.log().head());
    }

    /** @return the id of a month's invoice that was mailed to the payer */
    String delivered(String payer, LocalDate month) {
        String id = payer + "-mailed";
        contract(payer, id, "PURCHASED");
        submit(invoice(payer, id, month));
        Reply issued = seikyu.done(
                "/v1/invoices/" + id + "/issue",
                operator,
                JsonMapper.shared().readTree("{\"deliverBy\": \"MAIL\"}"),
                "Seikyu-Client",
                "minato");
        invoiceNow(id);
        await(
                "/v1/invoices/" + id,
                it -> it.toString().contains("\"outcome\":\"SENT\"")
                        || it.toString().contains("\"status\":\"SENT\""));
        return id;
    }

    /** @return the id of a month's invoice that the payer has */
    String issued(String payer, int month) {
        return issued(payer, month, "CLIENT");
    }

    String issued(String payer, int month, String deliverBy) {
        String id = payer + "-i" + month;
        contract(payer, id, "PURCHASED");
        Reply submitted = seikyu.done("/v1/invoices", operator, invoice(payer, id, APRIL.plusMonths(month)));
        assertThat(submitted.json().get("status").stringValue())
                .as(submitted.body())
                .isEqualTo("APPROVED");
        seikyu.done(
                "/v1/invoices/" + id + "/issue",
                operator,
                JsonMapper.shared().createObjectNode().put("deliverBy", deliverBy),
                "Seikyu-Client",
                "minato");
        return id;
    }

    Reply submit(ObjectNode invoice) {
        return seikyu.done("/v1/invoices", operator, invoice);
    }

    void covered(Reply decided, String amount, String... reasons) {
        JsonNode coverage = get(
                        operator,
                        "/v1/invoices/" + decided.json().get("invoiceId").stringValue() + "?atLeast="
                                + seikyu.log().head())
                .get("coverage");
        assertThat(coverage.get("amount").stringValue()).as(decided.body()).isEqualTo(amount);
        assertThat(texts(coverage.get("reasons"))).containsExactly(reasons);
    }

    ObjectNode invoice(String payer, String id, LocalDate month) {
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

    Reply signal(String payer, String key, String kind, String more) {
        Reply reply = signalReply(payer, key, kind, more);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    Reply signalReply(String payer, String key, String kind, String more) {
        return post(
                key,
                "/v1/accounts/" + payer + "/signals",
                "{\"kind\": \"" + kind + "\", \"observedOn\": \"" + LocalDate.now() + "\", " + more + "}");
    }

    Reply judge(String key, String payer, String signal, String verdict) {
        return post(
                key,
                "/v1/accounts/" + payer + "/signals/" + signal + "/judgement",
                "{\"verdict\": \"" + verdict + "\", \"reason\": \"警察に照会した\"}");
    }

    static BigDecimal points(JsonNode screening, String path) {
        return new BigDecimal(screening.at(path).stringValue());
    }

    JsonNode screen(String payer, String body) {
        Reply reply = post(credit, "/v1/accounts/" + payer + "/screenings", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    Reply measure(String key, String payer, String screening, String measure, String contract, String more) {
        return post(
                key,
                "/v1/accounts/" + payer + "/measures",
                "{\"screeningId\": \"" + screening + "\", \"measure\": \"" + measure + "\", \"contractId\": \""
                        + contract + "\"" + more + "}");
    }

    void approve(String key, Reply asked) {
        Reply decided = decide(key, asked);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("state").stringValue()).as(decided.body()).isEqualTo("CARRIED_OUT");
    }

    Reply decide(String key, Reply asked) {
        return post(
                key,
                "/v1/approvals/" + asked.json().get("approvalId").stringValue() + "/decision",
                "{\"decision\": \"APPROVE\", \"reason\": \"承知した\"}");
    }

    Reply post(String key, String path, String body) {
        return key.equals(person)
                ? seikyu.send("POST", path, key, body)
                : seikyu.send("POST", path, key, body, "Seikyu-Client", "minato");
    }

    /** As of all that is in the log by now. */
    JsonNode get(String key, String path) {
        String now =
                (path.contains("?") ? "&" : "?") + "atLeast=" + seikyu.log().head();
        Reply reply = seikyu.send("GET", path.contains("atLeast=") ? path : path + now, key, null);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
        return reply.json();
    }

    String body(String key, String path) {
        return seikyu.send("GET", path, key, null).body();
    }

    int status(String key, String path) {
        return seikyu.send("GET", path, key, null).status();
    }

    void await(String path, Predicate<JsonNode> fits) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        JsonNode last = get(operator, path);
        while (!fits.test(last)) {
            assertThat(System.nanoTime()).as("%s: %s", path, last).isLessThan(end);
            pause();
            last = get(operator, path);
        }
    }

    JsonNode awaitItems(String key, String path) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        JsonNode items = get(key, path).get("items");
        while (items.isEmpty()) {
            assertThat(System.nanoTime()).as(path).isLessThan(end);
            pause();
            items = get(key, path).get("items");
        }
        return items;
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(it -> it.get(field).stringValue())
                .toList();
    }

    String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, JsonMapper.shared().readTree(body))
                .json()
                .get("key")
                .asString();
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
