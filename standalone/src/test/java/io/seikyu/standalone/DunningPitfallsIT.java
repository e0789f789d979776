package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What other systems got wrong about reminders, each as one way through the running program. */
class DunningPitfallsIT extends WithDunnedPayers {
    /** Kill Bill #2297. */
    @Test
    void payingTheOldestSkipsNoStageOfTheOthers() {
        world.payer("oldest", "phone", (String) null);
        LocalDate due = world.owes("oldest", "oldest-1");
        LocalDate next = world.owes("oldest", "oldest-2", world.today().withDayOfMonth(1));
        world.until(DunnedPayers.bankingDays(due, 2));
        assertThat(world.said("oldest-1")).contains("R1 MAIL");
        world.pay("oldest", "oldest-1", "241880", world.today());
        world.until(DunnedPayers.bankingDays(next, 6));

        assertThat(world.said("oldest-2"))
                .containsSubsequence("R1 MAIL", "R2 MAIL")
                .doesNotHaveDuplicates();
    }

    /** iDempiere #2064. */
    @Test
    void nobodyIsRemindedOnTheDueDateItself() {
        world.payer("punctual");
        LocalDate due = world.owes("punctual", "punctual-1");
        world.until(due.plusDays(1));

        assertThat(world.said("punctual-1")).doesNotContain("R1 MAIL");
    }

    /** Kill Bill #695. */
    @Test
    void aCreditThatBringsTheBalanceToZeroEndsIt() {
        world.payer("credited");
        LocalDate due = world.owes("credited", "credited-1");
        world.until(DunnedPayers.bankingDays(due, 2));
        assertThat(world.said("credited-1")).contains("R1 MAIL");
        ObjectNode note = (ObjectNode) DunnedPayers.json("""
                {"creditNoteId": "cn-credited", "number": "CN-credited", "reason": "all of it came back", "ground": "ERROR"}""");
        JsonNode invoice = RunningSeikyu.sample("invoices/inv-001.json");
        note.put("issueDate", world.today().toString());
        note.put("returnDate", world.today().toString());
        tools.jackson.databind.node.ArrayNode lines = note.putArray("lines");
        invoice.get("lines").forEach(line -> {
            ObjectNode credited = (ObjectNode) line.deepCopy();
            credited.remove("kind");
            lines.add(credited);
        });
        note.set("taxes", invoice.get("taxes"));
        note.set("total", invoice.get("total"));
        Reply written = world.done(world.operator, "/v1/invoices/credited-1/credit-notes", note.toString());
        assertThat(written.json().get("status").stringValue())
                .as(written.body())
                .isEqualTo("IN_REVIEW");
        world.until(DunnedPayers.bankingDays(due, 8));
        assertThat(world.said("credited-1")).doesNotContain("R2 MAIL");
        assertThat(world.events("minato/dunning/credited")).anyMatch(event -> event.contains("CREDIT_NOTE_PENDING"));
        world.done(
                world.reviewer,
                "/v1/credit-notes/cn-credited/decision",
                "{\"decision\": \"APPROVE\", \"reason\": \"right\"}");
        world.until(DunnedPayers.bankingDays(due, 12));

        assertThat(world.said("credited-1")).doesNotContain("R2 MAIL");
    }

    /** Lago: a failed sending used up the stage. */
    @Test
    void aMailThatCameBackUsesUpNoStage() {
        world.payer("gone");
        LocalDate due = world.owes("gone", "gone-1");
        world.until(DunnedPayers.bankingDays(due, 2));
        String first = only("gone", "R1", "SENT").get("reminderId").stringValue();
        world.done(world.operator, "/v1/reminders/" + first + "/outcome", "{\"outcome\": \"BOUNCED\"}");
        assertThat(world.said("gone-1")).doesNotContain("R1 MAIL");
        world.until(DunnedPayers.bankingDays(world.today(), 1));

        assertThat(only("gone", "R1", "FAILED").get("reminderId").stringValue()).isEqualTo(first);
        JsonNode again = only("gone", "R1", "AWAITING_APPROVAL");
        assertThat(again.get("needs").toString()).isEqualTo("[\"PERSON\"]");
        assertThat(world.get("/v1/tasks?kind=FIX_CONTACT").body()).contains(first);
    }

    @Test
    void aPolicyThatChangesInTheMiddleSendsNoStageAgain() {
        world.payer("middle", "phone", (String) null);
        LocalDate due = world.owes("middle", "middle-1");
        world.until(DunnedPayers.bankingDays(due, 2));
        assertThat(world.said("middle-1")).contains("R1 MAIL");
        String text = world.seikyu
                .send("GET", "/v1/policies/dunning/default", world.seikyu.admin, null)
                .json()
                .get("text")
                .stringValue();
        String changed = text.replaceFirst("(?m)^# .*$", "# another");
        Reply published = world.seikyu.send(
                "PUT",
                "/v1/policies/dunning/default",
                world.seikyu.admin,
                "application/yaml",
                changed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        world.until(DunnedPayers.bankingDays(due, 6));

        assertThat(world.said("middle-1")).contains("R2 MAIL").doesNotHaveDuplicates();
        assertThat(only("middle", "R2", "SENT").get("policyVersion").stringValue())
                .isEqualTo("dunning/default@1");
    }

    @Test
    void aPaymentThatWasBookedEarlierMarksTheReminderAsWrong() {
        world.payer("crossed");
        LocalDate due = world.owes("crossed", "crossed-1");
        world.until(DunnedPayers.bankingDays(due, 2));
        String reminder = only("crossed", "R1", "SENT").get("reminderId").stringValue();
        world.pay("crossed", "crossed-1", "241880", due);
        world.pass("PT1H");

        assertThat(world.get("/v1/reminders/" + reminder)
                        .json()
                        .get("wrongInHindsight")
                        .booleanValue())
                .isTrue();
        assertThat(world.get("/v1/tasks?kind=APOLOGISE").body()).contains(reminder);
    }

    @Test
    void whatIsHeldIsSaidToBeHeldAndGoesOnAfterwards() {
        world.payer("held");
        LocalDate due = world.owes("held", "held-1");
        world.done(
                world.operator,
                "/v1/accounts/held/holds",
                "{\"holdId\": \"h\", \"reason\": \"they moved\", \"until\": \"" + due.plusDays(10) + "\"}");
        world.until(due.plusDays(9));
        assertThat(world.said("held-1")).doesNotContain("R1 MAIL");
        assertThat(world.events("minato/dunning/held")).anyMatch(event -> event.contains("HELD"));
        world.until(DunnedPayers.bankingDays(due, 12));

        assertThat(world.said("held-1")).contains("R1 MAIL");
    }

    private static JsonNode only(String payer, String stage, String state) {
        List<JsonNode> found = world.reminders(payer).stream()
                .filter(it -> it.get("stage").stringValue().equals(stage)
                        && it.get("state").stringValue().equals(state))
                .toList();
        assertThat(found).as(stage + " " + state + " of " + world.story(payer)).hasSize(1);
        return found.get(0);
    }
}
