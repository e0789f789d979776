package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payers who do not pay, and what is said to them, day by day. */
class DunningIT extends WithDunnedPayers {
    @Test
    void whoDoesNotPayIsRemindedByMailStageByStage() {
        world.payer("late");
        LocalDate due = world.owes("late", "late-1");
        world.until(DunnedPayers.bankingDays(due, 2));

        assertThat(world.story("late")).contains("R1 MAIL SENT");
        JsonNode check = world.reminders("late").stream()
                .filter(it -> it.get("stage").stringValue().equals("R1"))
                .findFirst()
                .orElseThrow();
        assertThat(check.at("/text/body").stringValue()).contains("N-late-1", "241,880");
        assertThat(check.at("/items/0/amount").stringValue()).isEqualTo("241880");
        JsonNode invoice = world.get("/v1/invoices/late-1").json();
        assertThat(invoice.get("reminders")).isNotEmpty();
    }

    @Test
    void line10_remindsByMailAndThenByTelephone() {
        world.payer("silent");
        LocalDate due = world.owes("silent", "silent-1");
        world.until(DunnedPayers.bankingDays(due, 12));

        assertThat(world.story("silent")).containsSubsequence("R1 MAIL SENT", "R2 MAIL SENT", "R2 PHONE QUEUED");
    }

    @Test
    void aPaymentInTimeLeavesNothingToBeSaid() {
        world.payer("prompt");
        LocalDate due = world.owes("prompt", "prompt-1");
        world.pay("prompt", "prompt-1", "241880", world.today());
        world.until(due.plusDays(30));

        assertThat(world.story("prompt")).noneMatch(line -> line.startsWith("R1") || line.startsWith("R2"));
    }

    /** OCA #330. */
    @Test
    void aPartPaidInvoiceIsRemindedWithTheRestAndKeepsItsHistory() {
        world.payer("partly");
        LocalDate due = world.owes("partly", "partly-1");
        world.until(DunnedPayers.bankingDays(due, 2));
        world.pay("partly", "partly-1", "200000", world.today());
        world.until(DunnedPayers.bankingDays(due, 6));

        JsonNode second = world.reminders("partly").stream()
                .filter(it -> it.get("stage").stringValue().equals("R2"))
                .findFirst()
                .orElseThrow();
        assertThat(second.at("/items/0/amount").stringValue()).isEqualTo("41880");
        assertThat(second.at("/text/body").stringValue()).contains("41,880");
        assertThat(world.get("/v1/invoices/partly-1").json().at("/reminders").size())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aDisputeSilencesAndSaysWhy() {
        world.payer("disputing");
        LocalDate due = world.owes("disputing", "disputing-1");
        world.done(
                world.operator,
                "/v1/invoices/disputing-1/disputes",
                "{\"disputeId\": \"d\", \"reason\": \"never came\"}");
        world.until(DunnedPayers.bankingDays(due, 6));

        assertThat(world.story("disputing")).noneMatch(line -> line.startsWith("R1"));
        assertThat(world.events("minato/dunning/disputing")).anyMatch(event -> event.contains("DISPUTED"));

        world.done(
                world.reviewer,
                "/v1/invoices/disputing-1/disputes/d/resolution",
                "{\"outcome\": \"REJECTED\", \"note\": \"it did\"}");
        world.until(DunnedPayers.bankingDays(world.today(), 4));
        assertThat(world.story("disputing")).contains("R1 MAIL SENT");
        assertThat(world.reminders("disputing").stream()
                        .filter(it -> it.get("stage").stringValue().equals("R1"))
                        .map(it -> it.at("/items/0/round").intValue()))
                .containsExactly(2);
    }

    @Test
    void line11_mailsLeaveByThemselvesAndALetterWaitsForAPersonsJudgement() {
        world.payer("demanded", "phone", (String) null);
        LocalDate due = world.owes("demanded", "demanded-1");
        world.until(DunnedPayers.bankingDays(due, 16));

        List<JsonNode> letters = world.reminders("demanded").stream()
                .filter(it -> it.get("channel").stringValue().equals("LETTER"))
                .toList();
        assertThat(letters).hasSize(1);
        JsonNode letter = letters.get(0);
        assertThat(letter.get("state").stringValue()).isEqualTo("AWAITING_APPROVAL");
        assertThat(letter.get("needs").toString()).isEqualTo("[\"CLIENT\"]");
        String id = letter.get("reminderId").stringValue();
        assertThat(world.seikyu
                        .send(
                                "POST",
                                "/v1/reminders/" + id + "/decision",
                                world.reviewer,
                                "{\"decision\": \"APPROVE\", \"reason\": \"mine\"}",
                                "Seikyu-Client",
                                "minato")
                        .status())
                .isEqualTo(409);

        world.done(
                world.person,
                "/v1/reminders/" + id + "/decision",
                "{\"decision\": \"APPROVE\", \"reason\": \"we wrote twice\"}");
        world.pass("P1D");
        world.until(DunnedPayers.bankingDays(world.today(), 2));
        assertThat(world.story("demanded")).contains("R3 LETTER QUEUED");
        Reply paper = world.get("/v1/reminders/" + id + "/letter");
        assertThat(paper.status()).as(paper.body()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(world.get("/v1/tasks?kind=POST_REMINDER").body()).contains(id);
        world.done(world.operator, "/v1/reminders/" + id + "/outcome", "{\"outcome\": \"SENT\", \"note\": \"posted\"}");
        assertThat(world.story("demanded")).contains("R3 LETTER SENT");
        assertThat(world.get("/v1/tasks?kind=POST_REMINDER").body()).doesNotContain(id);
    }

    @Test
    void aCallIsTakenAndItsPromiseIsHeldAgainstThePayer() {
        world.payer("called");
        LocalDate due = world.owes("called", "called-1");
        world.pay("called", "called-1", "1880", world.today());
        world.until(DunnedPayers.bankingDays(due, 14));
        JsonNode call = world.reminders("called").stream()
                .filter(it -> it.get("channel").stringValue().equals("PHONE"))
                .findFirst()
                .orElseThrow();
        String id = call.get("reminderId").stringValue();
        assertThat(call.at("/text/body").stringValue()).contains("240,000");
        String task = world.call(id);
        JsonNode taken = world.done(world.operator, "/v1/tasks/" + task + "/claim", "{}")
                .json()
                .get("briefing");
        assertThat(taken.get("owed").stringValue()).isEqualTo("240000");
        assertThat(taken.get("say").stringValue()).contains("240,000", "ご用件");
        assertThat(taken.at("/items/0/dueDate").stringValue()).isEqualTo(due.toString());
        assertThat(taken.get("history")
                        .valueStream()
                        .map(it -> it.path("detail").asString("")))
                .containsSubsequence("R2 MAIL", "R1 MAIL");
        assertThat(world.called(id, "{\"outcome\": \"NO_ANSWER\"}")
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("CLAIMED");
        assertThat(world.story("called")).contains("R2 PHONE QUEUED");

        JsonNode again = world.done(world.operator, "/v1/tasks/" + task + "/claim", "{}")
                .json()
                .get("briefing");
        assertThat(again.get("history").valueStream().map(it -> it.get("what").stringValue()))
                .contains("CALLED", "PAID", "REMINDED");

        String[] once = {"Idempotency-Key", "claimed-once", "Seikyu-Client", "minato"};
        Reply kept = world.seikyu.done("/v1/tasks/" + task + "/claim", world.operator, DunnedPayers.json("{}"), once);
        Reply replayed =
                world.seikyu.done("/v1/tasks/" + task + "/claim", world.operator, DunnedPayers.json("{}"), once);
        assertThat(replayed.json().get("briefing")).isEqualTo(kept.json().get("briefing"));
        assertThat(payloads("request.answered")).isNotEmpty().noneMatch(payload -> payload.contains("ご用件"));

        LocalDate payOn = world.today().plusDays(20);
        world.called(
                id,
                "{\"outcome\": \"PROMISED\", \"promise\": {\"payOn\": \"" + payOn
                        + "\"}, \"background\": \"CASH_FLOW\", \"spokeWith\": \"高橋\", \"note\": \"at the end\"}");

        assertThat(world.story("called")).contains("R2 PHONE SENT");
        assertThat(world.get("/v1/tasks/" + task + "?clientId=minato")
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("COMPLETED");
        JsonNode invoice = world.get("/v1/invoices/called-1").json();
        assertThat(invoice.at("/promises/0/amount").stringValue()).isEqualTo("240000");
        assertThat(invoice.at("/reminders").toString()).contains("PHONE");
        world.pass("P1D");
        world.until(DunnedPayers.bankingDays(world.today(), 6));
        assertThat(world.story("called")).noneMatch(line -> line.startsWith("R3"));
        assertThat(world.events("minato/dunning/called")).anyMatch(event -> event.contains("PROMISED"));
    }

    @Test
    void theAgendaSaysWhatWouldBeDecidedToday() {
        world.payer("planned");
        world.owes("planned", "planned-1");
        world.pass("PT1H"); // until the agenda has heard of it
        String until = world.now().plus(Duration.ofDays(60)).toString();
        JsonNode next = world.seikyu
                .send("GET", "/v1/agenda?until=" + until, world.person, null)
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.get("accountId").stringValue().equals("planned"))
                .findFirst()
                .orElseThrow();

        assertThat(next.at("/contact/channel").stringValue()).isEqualTo("MAIL");
        assertThat(next.at("/contact/items/0/amount").stringValue()).isEqualTo("241880");
        assertThat(next.at("/contact/reasons/0/code").stringValue()).isEqualTo("STEP_DUE");
    }

    @Test
    void aPaymentVoidsTheCall() {
        world.payer("voided");
        LocalDate due = world.owes("voided", "voided-1");
        world.until(DunnedPayers.bankingDays(due, 14));
        assertThat(world.story("voided")).contains("R2 PHONE QUEUED");
        world.pay("voided", "voided-1", "241880", world.today());
        world.pass("PT1H");

        assertThat(world.story("voided")).contains("R2 PHONE WITHDRAWN");
        assertThat(world.get("/v1/tasks?kind=CALL_PAYER").body()).doesNotContain("voided");
    }

    /** As they lie in the log. */
    private static List<String> payloads(String type) {
        return world.seikyu.log().read(0, 10_000).stream()
                .flatMap(commit -> commit.commit().events().stream())
                .filter(event -> event.type().equals(type))
                .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whoPaysInInstalmentsIsRemindedOfTheInstalmentAlone() {
        world.early();
        world.payer("parts", "phone", (String) null);
        LocalDate due = world.owes("parts", "parts-1");
        String open = world.get("/v1/invoices/parts-1").json().get("balance").asString();
        String rest = new BigDecimal(open).subtract(new BigDecimal("5000")).toPlainString();
        LocalDate first = due.plusDays(30);
        world.done(world.person, "/v1/accounts/parts/instalment-plans", """
                {"planId": "parts-plan", "invoiceIds": ["parts-1"], "acknowledgedOn": "%s",
                 "schedule": [{"dueDate": "%s", "amount": "5000"}, {"dueDate": "%s", "amount": "%s"}]}""".formatted(
                        world.today(), first, due.plusDays(60), rest));

        world.until(DunnedPayers.bankingDays(first, 4));
        assertThat(askedFor("parts")).containsExactly("R0 1 5000", "R1 1 5000");
    }

    @Test
    void whoAgreedOnInstalmentsAfterRemindersIsRemindedOfThemFromTheBeginning() {
        world.early();
        world.payer("eased", "phone", (String) null);
        LocalDate due = world.owes("eased", "eased-1");
        world.until(DunnedPayers.bankingDays(due, 9));
        String open = world.get("/v1/invoices/eased-1").json().get("balance").asString();
        assertThat(askedFor("eased")).contains("R2 1 " + open);

        String rest = new BigDecimal(open).subtract(new BigDecimal("5000")).toPlainString();
        LocalDate first = world.today().plusDays(20);
        world.done(world.person, "/v1/accounts/eased/instalment-plans", """
                {"planId": "eased-plan", "invoiceIds": ["eased-1"], "acknowledgedOn": "%s",
                 "schedule": [{"dueDate": "%s", "amount": "5000"}, {"dueDate": "%s", "amount": "%s"}]}""".formatted(
                        world.today(), first, first.plusDays(30), rest));
        world.until(DunnedPayers.bankingDays(first, 4));

        assertThat(askedFor("eased").stream().filter(line -> line.contains(" 2 ")))
                .containsExactly("R0 2 5000", "R1 2 5000");
        assertThat(askedFor("eased")).noneMatch(line -> line.startsWith("R3"));
    }

    /** Stage, round and amount of each reminder that reached the payer. */
    private static List<String> askedFor(String payer) {
        return world.reminders(payer).stream()
                .filter(reminder -> reminder.get("state").asString().equals("SENT"))
                .map(reminder -> reminder.get("stage").asString() + " "
                        + reminder.at("/items/0/round").asInt() + " "
                        + reminder.at("/items/0/amount").asString())
                .toList();
    }
}
