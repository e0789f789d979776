package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.documents.bank.BankFileWriter;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sole proprietor of whom something that occurs nowhere else stands in every field that may hold personal data. */
final class PersonWithMarks {
    private static final String KANA = "アイウエオカキクケコ";
    private static final int CALLS = 170;

    final String id;
    final List<String> marks = new ArrayList<>();

    private String lastClaim;
    private final String kana;
    private final DunnedPayers world;

    /** @param kana what begins each of its marks in kana, full width */
    PersonWithMarks(DunnedPayers world, String id, String kana) {
        this.world = world;
        this.id = id;
        this.kana = kana;
    }

    String mark() {
        String mark = "%s-mark-%03d".formatted(id, marks.size());
        marks.add(mark);
        return mark;
    }

    private String kanaMark() {
        String mark = kana
                + "%03d"
                        .formatted(marks.size())
                        .chars()
                        .mapToObj(digit -> KANA.substring(digit - '0', digit - '0' + 1))
                        .collect(Collectors.joining());
        marks.add(mark);
        return mark;
    }

    /** Half width, as banks write. */
    private String bankMark() {
        String full = kanaMark();
        String half = full.chars()
                .mapToObj(c -> String.valueOf("ｱｲｳｴｵｶｷｸｹｺｼﾕﾇ".charAt("アイウエオカキクケコシユヌ".indexOf(c))))
                .collect(Collectors.joining());
        marks.set(marks.size() - 1, half);
        return half;
    }

    private Reply post(String path, String body) {
        return world.done(world.seikyu.admin, path, body);
    }

    /** Everything until it owes. */
    void isKnown() {
        ObjectNode account = with(
                sample("accounts.json").get(0),
                "accountId",
                id,
                "corporateNumber",
                null,
                "registrationNumber",
                null,
                "name",
                mark(),
                "nameKana",
                kanaMark(),
                "email",
                mark() + "@example.jp",
                "phone",
                "03-0000-0001",
                "postalAddress",
                mark(),
                "contactPerson",
                mark());
        account.put("corporate", false);
        account.putArray("payerNames").add(bankMark());
        world.seikyu.done("/v1/accounts", world.operator, account, "Idempotency-Key", "open-" + id);
        ObjectNode changes = with(
                DunnedPayers.json("{}"),
                "name",
                mark(),
                "nameKana",
                kanaMark(),
                "email",
                mark() + "@example.jp",
                "postalAddress",
                mark(),
                "contactPerson",
                mark());
        post(
                "/v1/accounts/" + id + "/amendments",
                "{\"effectiveFrom\": \"2026-04-01\", \"reason\": \"moved\", \"changes\": " + changes + "}");
        world.seikyu.done(
                "/v1/contracts",
                world.operator,
                with(sample("contracts.json").get(0), "contractId", id + "-c", "accountId", id));
        for (int i = 0; i < CALLS; i++) {
            post(
                    "/v1/accounts/" + id + "/correspondence",
                    "{\"channel\": \"PHONE\", \"direction\": \"OUT\", \"at\": \"2026-04-01T10:00:00+09:00\", \"summary\": \""
                            + mark() + "\"}");
        }
        post("/v1/accounts/" + id + "/holds", "{\"holdId\": \"h\", \"reason\": \"" + mark() + "\"}");
        world.seikyu.send("DELETE", "/v1/accounts/" + id + "/holds/h", world.operator, null, "Seikyu-Client", "minato");
        world.done(
                world.seikyu.admin,
                "/v1/accounts/" + id + "/signals",
                "{\"signalId\": \"s\", \"kind\": \"POSITIVE\", \"source\": \"" + mark()
                        + "\", \"observedOn\": \"2026-04-01\", \"note\": \"" + mark() + "\"}");
    }

    private String name() {
        return world.get("/v1/accounts/" + id).json().get("name").stringValue();
    }

    /** @return when it is due */
    LocalDate owes(String invoice) {
        LocalDate of = world.today().withDayOfMonth(1).minusMonths(1);
        LocalDate last = of.plusMonths(1).minusDays(1);
        LocalDate due = DunnedPayers.TERMS.dueDate(last, BankCalendar.japan());
        String body = document(invoice, of, last, due).toString();
        Reply submitted = world.done(world.operator, "/v1/invoices", body);
        if (submitted.json().get("status").stringValue().equals("IN_REVIEW")) {
            world.done(
                    world.reviewer,
                    "/v1/invoices/" + invoice + "/decision",
                    "{\"decision\": \"APPROVE\", \"reason\": \"right\"}");
        }
        post("/v1/invoices/" + invoice + "/issue", "{\"deliverBy\": \"MAIL\"}");
        world.pass("PT1M");
        return due;
    }

    ObjectNode document(String invoice, LocalDate of, LocalDate last, LocalDate due) {
        ObjectNode document = with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                invoice,
                "invoiceNumber",
                "N-" + invoice,
                "accountId",
                id,
                "contractId",
                id + "-c",
                "transactionFrom",
                of.toString(),
                "transactionTo",
                last.toString(),
                "issueDate",
                last.plusDays(1).toString(),
                "dueDate",
                due.toString());
        document.putObject("recipient").put("name", name());
        return document;
    }

    /** In a file of which nothing can be submitted: it has been already. */
    JsonNode importAgain(String invoice, LocalDate due) {
        LocalDate of = world.today().withDayOfMonth(1).minusMonths(1);
        ObjectNode document = document(invoice, of, of.plusMonths(1).minusDays(1), due);
        document.put("total", "1").putObject("recipient").put("name", mark());
        Reply accepted = world.seikyu.send(
                "POST",
                "/v1/invoices:import",
                world.operator,
                "application/x-ndjson",
                (document + "\n").getBytes(StandardCharsets.UTF_8),
                "Seikyu-Client",
                "minato");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return accepted.json();
    }

    void disputesAndIsRight(String invoice) {
        post("/v1/invoices/" + invoice + "/disputes", "{\"disputeId\": \"d\", \"reason\": \"" + mark() + "\"}");
        post(
                "/v1/invoices/" + invoice + "/disputes/d/resolution",
                "{\"outcome\": \"REJECTED\", \"note\": \"" + mark() + "\"}");
        post(
                "/v1/invoices/" + invoice + "/limitation-facts",
                "{\"factId\": \"f\", \"kind\": \"ACKNOWLEDGED\", \"on\": \"" + world.today() + "\", \"evidence\": \""
                        + mark() + "\"}");
        post("/v1/invoices/" + invoice + "/limitation-facts/f/withdrawal", "{\"reason\": \"" + mark() + "\"}");
    }

    /** In vain. */
    void isCalled() {
        String task = world.call(reminder("PHONE", "QUEUED"));
        lastClaim = task;
        Reply briefed = claimAgain();
        assertThat(briefed.status()).as(briefed.body()).isEqualTo(200);
        assertThat(briefed.body()).contains(id + "-mark-");
        world.done(
                world.operator,
                "/v1/tasks/" + task + "/completion",
                "{\"outcome\": \"NO_ANSWER\", \"spokeWith\": \"" + mark() + "\", \"note\": \"" + mark() + "\"}");
    }

    /** The last call's task, by one request however often it is sent. */
    Reply claimAgain() {
        return world.seikyu.send(
                "POST",
                "/v1/tasks/" + lastClaim + "/claim",
                world.operator,
                null,
                "Seikyu-Client",
                "minato",
                "Idempotency-Key",
                "claim-" + lastClaim);
    }

    /** @param key of whoever agrees */
    void getsALetter(String key) {
        String letter = reminder("LETTER", "AWAITING_APPROVAL");
        world.done(key, "/v1/reminders/" + letter + "/decision", "{\"decision\": \"APPROVE\", \"reason\": \"right\"}");
        world.pass("PT1M");
        post("/v1/reminders/" + letter + "/outcome", "{\"outcome\": \"SENT\", \"note\": \"" + mark() + "\"}");
    }

    private String reminder(String channel, String state) {
        return world.reminders(id).stream()
                .filter(it -> it.get("channel").stringValue().equals(channel)
                        && it.get("state").stringValue().equals(state))
                .findFirst()
                .orElseThrow(() -> new AssertionError(channel + " " + state + " of " + world.story(id)))
                .get("reminderId")
                .stringValue();
    }

    /** By a file of the bank, from somebody whom nobody knows; a person says for what it is, and who that is. */
    void paysFromAnUnknownAccount(String invoice, int amount, Account account) {
        byte[] file = BankFileWriter.zengin01(
                new Section(
                        account,
                        world.today(),
                        world.today(),
                        List.of(Transfer.of(world.today(), amount, bankMark(), "1"))),
                "\r\n",
                "\u001a");
        Reply accepted = world.seikyu.send(
                "POST",
                "/v1/receipts:import?format=zengin-01",
                world.seikyu.admin,
                "application/octet-stream",
                file,
                "Seikyu-Client",
                "minato");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        JsonNode job;
        do {
            RunningSeikyu.pause();
            job = world.get("/v1/jobs/" + accepted.json().get("jobId").stringValue())
                    .json();
        } while (job.get("status").stringValue().equals("RUNNING"));
        String receipt = world.get("/v1/jobs/" + job.get("jobId").stringValue() + "/rows")
                .json()
                .at("/items/0/id")
                .stringValue();
        post(
                "/v1/receipts/" + receipt + "/allocations",
                "{\"items\": [{\"invoiceId\": \"" + invoice + "\"}], \"learnAlias\": true}");
    }

    /** Too much, which is to go back. */
    void pays(String invoice, int amount) {
        post(
                "/v1/receipts",
                "{\"receiptId\": \"r-" + invoice + "\", \"clientId\": \"minato\", \"bookedOn\": \"" + world.today()
                        + "\", \"amount\": \"" + amount + "\", \"payerName\": \"" + bankMark()
                        + "\", \"invoiceId\": \"" + invoice + "\"}");
        Reply asked = post(
                "/v1/receipts/r-" + invoice + "/refund",
                "{\"amount\": \"1\", \"bankAccount\": {\"bank\": \"0001\", \"branch\": \"001\", \"kind\": \"1\", \"number\":"
                        + " \"7654321\", \"holder\": \"" + bankMark() + "\"}, \"reason\": \"" + mark() + "\"}");
        String approval = asked.json().get("approvalId").stringValue();
        world.done(
                world.reviewer,
                "/v1/approvals/" + approval + "/decision",
                "{\"decision\": \"REJECT\", \"reason\": \"" + mark() + "\"}");
    }

    void hasNoContractAnyMore() {
        post(
                "/v1/contracts/" + id + "-c/termination",
                "{\"lastDay\": \"" + world.today() + "\", \"reason\": \"over\"}");
    }

    Reply erase() {
        return world.seikyu.send(
                "POST",
                "/v1/accounts/" + id + "/erasure",
                world.seikyu.admin,
                "{\"reason\": \"as asked\"}",
                "Seikyu-Client",
                "minato");
    }
}
