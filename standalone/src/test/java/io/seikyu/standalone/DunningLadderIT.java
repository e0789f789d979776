package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The upper end of the ladder: what becomes of a broken plan, and of who does not react to anything. */
@Timeout(600)
class DunningLadderIT {
    @TempDir
    private Path data;

    @Test
    void theLadderEndsWithACertifiedLetterAndALawyerBothAfterAPersonAgreed() {
        String formal;
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payerOf("PURCHASED", "mute", "phone", (String) null);
            LocalDate due = world.owes("mute", "mute-1");
            world.until(DunnedPayers.bankingDays(due, 2));
            post(world, "mute", "R3", "LETTER", false);
            post(world, "mute", "R4", "LETTER", true);
            formal = await(world, "mute", "R5");
            assertThat(reminder(world, formal).get("channel").stringValue()).isEqualTo("CERTIFIED_LETTER");
            assertThat(reminder(world, formal).get("reasons").toString()).contains("NEVER_AUTOMATIC");
            agree(world, formal);
            assertThat(letter(world, formal).code()).isEqualTo("no-sender-address");
        }
        try (DunnedPayers world = DunnedPayers.again(data, "--seikyu.agency-address=東京都千代田区架空町1-1")) {
            Reply paper = letter(world, formal);
            assertThat(paper.status()).as(paper.body()).isEqualTo(200);
            assertThat(paper.body()).startsWith("%PDF");
            world.done(world.operator, "/v1/reminders/" + formal + "/outcome", "{\"outcome\": \"SENT\"}");
            String legal = await(world, "mute", "R6");
            assertThat(reminder(world, legal).get("channel").stringValue()).isEqualTo("LEGAL");
            agree(world, legal);
            assertThat(world.all("/v1/tasks?kind=TAKE_LEGAL_STEPS&state=OPEN")).hasSize(1);

            assertThat(world.said("mute-1"))
                    .filteredOn(line -> !line.startsWith("R0"))
                    .containsExactly("R1 MAIL", "R2 MAIL", "R3 LETTER", "R4 LETTER", "R5 CERTIFIED_LETTER");
        }
    }

    @Test
    void whoMissesTwoInstalmentsGetsADemandOverAllOfIt() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payerOf("PURCHASED", "broken", "phone", (String) null);
            LocalDate due = world.owes("broken", "broken-1");
            String open =
                    world.get("/v1/invoices/broken-1").json().get("balance").asString();
            String rest = new BigDecimal(open).subtract(new BigDecimal("20000")).toPlainString();
            world.done(world.person, "/v1/accounts/broken/instalment-plans", """
                    {"planId": "plan", "invoiceIds": ["broken-1"], "acknowledgedOn": "%s",
                     "schedule": [{"dueDate": "%s", "amount": "10000"}, {"dueDate": "%s", "amount": "10000"},
                                  {"dueDate": "%s", "amount": "%s"}]}""".formatted(
                            world.today(), due.plusDays(10), due.plusDays(12), due.plusDays(400), rest));
            if (!world.get("/v1/invoices/broken-1").json().get("onPlan").booleanValue()) {
                String approval = world.get("/v1/approvals?state=OPEN")
                        .json()
                        .at("/items/0/approvalId")
                        .stringValue();
                world.done(
                        world.reviewer,
                        "/v1/approvals/" + approval + "/decision",
                        "{\"decision\": \"APPROVE\", \"reason\": \"-\"}");
            }
            JsonNode demand = reminder(world, await(world, "broken", "R3"));
            assertThat(world.story("broken")).noneMatch(line -> line.startsWith("R2"));
            assertThat(world.get("/v1/instalment-plans/plan")
                            .json()
                            .get("status")
                            .stringValue())
                    .isEqualTo("ACCELERATED");
            assertThat(demand.get("channel").stringValue()).isEqualTo("LETTER");
            assertThat(demand.at("/items/0/amount").stringValue()).isEqualTo(open);
        }
    }

    @Test
    void aContractsOwnPolicyIsFollowedForItsInvoicesAlone() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            String text = world.seikyu
                    .send("GET", "/v1/policies/dunning/default", world.seikyu.admin, null)
                    .json()
                    .get("text")
                    .stringValue();
            Reply published = world.seikyu.send(
                    "PUT",
                    "/v1/policies/dunning/patient",
                    world.seikyu.admin,
                    "application/yaml",
                    text.replaceAll("stage: R1, channel: MAIL, offset: \\d+", "stage: R1, channel: MAIL, offset: 8")
                            .replaceAll(
                                    "stage: R2, channel: (MAIL|PHONE), offset: \\d+",
                                    "stage: R2, channel: $1, offset: 10")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(published.status()).as(published.body()).isEqualTo(200);
            world.payer("usual", "phone", (String) null);
            world.payer("patient", "phone", (String) null);
            world.done(
                    world.operator,
                    "/v1/contracts/patient-c/amendments",
                    "{\"effectiveFrom\": \"2026-04-01\", \"reason\": \"as agreed\", \"changes\": {\"dunningPolicy\": \"patient\"}}");
            LocalDate due = world.owes("usual", "usual-1");
            world.owes("patient", "patient-1");
            world.until(DunnedPayers.bankingDays(due, 2));
            assertThat(world.said("usual-1")).contains("R1 MAIL");
            assertThat(world.said("patient-1")).doesNotContain("R1 MAIL");

            world.until(due.plusDays(16));
            assertThat(world.said("patient-1")).contains("R1 MAIL");
            assertThat(world.reminders("patient"))
                    .filteredOn(it -> it.get("stage").stringValue().equals("R1"))
                    .singleElement()
                    .extracting(it -> it.get("policyVersion").stringValue())
                    .isEqualTo("dunning/patient@1");
        }
    }

    @Test
    void whoIsToPayIntoAnotherAccountThanLastTimeIsToldBeforehand() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.early();
            for (String payer : List.of("moved", "stays")) {
                world.payer(payer);
                world.owes(payer, payer + "-1");
                world.pay(payer, payer + "-1", "241880", world.today());
            }
            world.pass("P1D");
            world.done(world.seikyu.admin, "/v1/bank-accounts", """
                    {"bankAccountId": "new", "owner": "CLIENT", "clientId": "minato", "bank": "0009", "branch": "123", "kind": "1",
                     "number": "7654321", "holder": "ﾐﾅﾄ", "bookingFormat": "zengin-01"}
                    """);
            world.done(
                    world.operator,
                    "/v1/contracts/moved-c/amendments",
                    "{\"effectiveFrom\": \"" + world.today()
                            + "\", \"reason\": \"the bank closed\", \"changes\": {\"collectionAccountId\": \"new\"}}");
            LocalDate next = world.today().withDayOfMonth(1);
            world.until(next.plusMonths(1));
            LocalDate due = world.owes("moved", "moved-2", next);
            world.owes("stays", "stays-2", next);
            world.until(due.minusDays(1));

            assertThat(world.said("moved-2")).containsExactly("R0 MAIL");
            assertThat(world.said("stays-2")).isEmpty();
        }
    }

    private static void post(DunnedPayers world, String payer, String stage, String channel, boolean agreed) {
        String id = await(world, payer, stage);
        assertThat(reminder(world, id).get("channel").stringValue()).isEqualTo(channel);
        if (agreed) {
            agree(world, id);
        }
        world.done(world.operator, "/v1/reminders/" + id + "/outcome", "{\"outcome\": \"SENT\"}");
    }

    private static void agree(DunnedPayers world, String id) {
        assertThat(reminder(world, id).get("state").stringValue()).isEqualTo("AWAITING_APPROVAL");
        world.done(
                world.reviewer,
                "/v1/reminders/" + id + "/decision",
                "{\"decision\": \"APPROVE\", \"reason\": \"nothing else helped\"}");
        world.pass("PT1M");
    }

    /** Lives day by day until there is such a reminder. */
    private static String await(DunnedPayers world, String payer, String stage) {
        for (int day = 0; day < 60; day++) {
            List<String> found = world.reminders(payer).stream()
                    .filter(it -> it.get("stage").stringValue().equals(stage))
                    .filter(it -> !List.of("WITHDRAWN", "FAILED")
                            .contains(it.get("state").stringValue()))
                    .map(it -> it.get("reminderId").stringValue())
                    .toList();
            if (!found.isEmpty()) {
                return found.get(0);
            }
            world.until(world.today().plusDays(1));
        }
        throw new AssertionError(stage + " of " + world.story(payer));
    }

    private static JsonNode reminder(DunnedPayers world, String id) {
        return world.get("/v1/reminders/" + id).json();
    }

    private static Reply letter(DunnedPayers world, String id) {
        return world.seikyu.send(
                "GET",
                "/v1/reminders/" + id + "/letter?atLeast=" + world.seikyu.log().head(),
                world.seikyu.admin,
                null);
    }
}
