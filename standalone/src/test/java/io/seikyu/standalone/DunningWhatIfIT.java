package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What another dunning policy would have said to payers in the past. */
@Timeout(600)
class DunningWhatIfIT {
    @TempDir
    private Path data;

    @Test
    void aReminderThatComesLaterMovesTheNextAndMakesUpForWhatWasWrong() throws InterruptedException {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.early();
            LocalDate from = world.today();
            for (String payer : List.of("late", "crossing", "objecting")) {
                world.payer(payer, "phone", (String) null);
            }
            LocalDate due = world.owes("late", "late-1");
            world.owes("crossing", "crossing-1");
            world.owes("objecting", "objecting-1");
            world.done(
                    world.operator,
                    "/v1/invoices/objecting-1/disputes",
                    "{\"disputeId\": \"d\", \"reason\": \"never came\"}");
            world.until(DunnedPayers.bankingDays(due, 5));
            // it was booked before R1 went out, and nobody knew
            world.pay("crossing", "crossing-1", "241880", due.plusDays(1));
            // R3 is due by then and waits for the client company's yes, which the simulation takes for granted
            world.until(DunnedPayers.bankingDays(due, 16));
            assertThat(world.said("late-1")).containsExactly("R0 MAIL", "R1 MAIL", "R2 MAIL");

            JsonNode found = whatIf(world, from, world.today());
            for (String stage : List.of("R0", "R1", "R2")) {
                assertThat(found.at("/sameRules/byStage/" + stage))
                        .as(stage)
                        .isEqualTo(found.at("/recorded/byStage/" + stage));
            }
            int wrong = found.at("/recorded/wrongInHindsight").asInt();
            assertThat(wrong).isPositive();
            assertThat(found.at("/sameRules/wrongInHindsight").asInt()).isEqualTo(wrong);
            assertThat(found.at("/whatIf/wrongInHindsight").asInt()).isZero();
            assertThat(days(found, "late-1", "recorded", "R1")).hasSize(1);
            LocalDate before = days(found, "late-1", "recorded", "R1").get(0);
            LocalDate after = days(found, "late-1", "whatIf", "R1").get(0);
            assertThat(after).isAfterOrEqualTo(due.plusDays(9)).isAfter(before);
            assertThat(days(found, "late-1", "whatIf", "R2"))
                    .isNotEmpty()
                    .allMatch(day -> day.isAfter(after)
                            && day.isAfter(
                                    days(found, "late-1", "recorded", "R2").get(0)));
            assertThat(days(found, "crossing-1", "whatIf", "R1")).isEmpty();
            assertThat(found.at("/invoicesDiffering").asInt()).isEqualTo(2);
            for (String which : List.of("recorded", "sameRules", "whatIf")) {
                assertThat(found.at("/" + which + "/suppressed/DISPUTED").asInt())
                        .as(found.get(which).toString())
                        .isPositive();
                assertThat(found.at("/" + which + "/byTone")
                                .valueStream()
                                .mapToInt(JsonNode::asInt)
                                .sum())
                        .as(found.get(which).toString())
                        .isEqualTo(found.at("/" + which + "/contacts").asInt());
            }
            assertThat(found.get("notKnown")).isNotEmpty().first().asString().contains("Payers do what they did");
        }
    }

    /** The answer for the policy that is in force, but that R1 and R2 follow nine days after the due date. */
    private static JsonNode whatIf(DunnedPayers world, LocalDate from, LocalDate to) throws InterruptedException {
        String text = world.seikyu
                .send("GET", "/v1/policies/dunning/default", world.seikyu.admin, null)
                .json()
                .get("text")
                .stringValue();
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("kind", "dunning")
                .put("policy", text.replaceAll("(stage: R[12], channel: (MAIL|PHONE), offset): \\d+", "$1: 9"))
                .put("from", from.toString())
                .put("to", to.toString());
        Reply begun = world.seikyu.send("POST", "/v1/what-if", world.seikyu.admin, body.toString());
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String job = "/v1/jobs/" + begun.json().get("jobId").stringValue();
        JsonNode told = world.get(job).json();
        while (told.get("status").stringValue().equals("RUNNING")) {
            Thread.sleep(50);
            told = world.get(job).json();
        }
        assertThat(told.get("status").stringValue()).as(told.toString()).isEqualTo("DONE");
        return told.get("result");
    }

    private static List<LocalDate> days(JsonNode found, String invoice, String which, String stage) {
        List<LocalDate> days = new ArrayList<>();
        for (JsonNode one : found.get("cases")) {
            if (one.get("stream").stringValue().equals("minato/invoice/" + invoice)) {
                one.get(which)
                        .valueStream()
                        .filter(said -> said.get("stage").stringValue().equals(stage))
                        .forEach(said -> days.add(LocalDate.parse(said.get("on").stringValue())));
            }
        }
        return days;
    }
}
