package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.ClockId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.schedule.ClockCommand.MoveClock;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.Lifecycle;
import tools.jackson.databind.JsonNode;

/** Payments, deadlines and messages that meet at the same moment, and days on which nothing ran. */
@Timeout(600)
class DunningMomentsIT {
    private static final String ALL = "241880";

    @TempDir
    private Path data;

    /** Kill Bill #472. Sending rests meanwhile, so that what was decided first has not left when the money comes. */
    @Test
    void aPaymentAndADeadlineAtTheSameMomentLeadToTheSameInEitherOrder() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("paid-first");
            world.payer("due-first");
            LocalDate due = world.owes("paid-first", "paid-first-1");
            world.owes("due-first", "due-first-1");
            Instant moment = DunnedPayers.at(DunnedPayers.bankingDays(due, 2), 9);
            world.until(moment.minusSeconds(3600));
            world.done(world.operator, "/v1/sending/stop", "{\"clientId\": \"minato\", \"reason\": \"a pause\"}");
            List<String> before = world.said("due-first-1");

            world.pay("paid-first", "paid-first-1", ALL, world.today());
            Reply stands = world.tryUntil(moment);
            assertThat(stands.code()).as(stands.body()).isEqualTo("clock-held-up");
            world.await("due-first", "R1 MAIL QUEUED");
            world.pay("due-first", "due-first-1", ALL, world.today());
            world.done(world.operator, "/v1/sending/resume", "{\"clientId\": \"minato\", \"reason\": \"go on\"}");
            world.pass("P10D");

            assertThat(world.story("due-first")).contains("R1 MAIL WITHDRAWN");
            for (String payer : List.of("paid-first", "due-first")) {
                assertThat(world.said(payer + "-1")).isEqualTo(before);
                assertThat(agenda(world, payer)).isEmpty();
            }
        }
    }

    /** The sagas rest, so that nobody but the invoice itself can say no. */
    @Test
    void anInvoiceThatWasPaidBetweenTheDecisionAndTheSendingConfirmsNothing() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("paid");
            world.payer("owing");
            LocalDate due = world.owes("paid", "paid-1");
            world.owes("owing", "owing-1");
            world.until(DunnedPayers.at(DunnedPayers.bankingDays(due, 2), 8));
            world.done(world.operator, "/v1/sending/stop", "{\"clientId\": \"minato\", \"reason\": \"a pause\"}");
            world.tryUntil(DunnedPayers.at(DunnedPayers.bankingDays(due, 2), 9));
            world.await("paid", "R1 MAIL QUEUED");
            Lifecycle sagas = world.seikyu.part("followingForDunning");
            sagas.stop();
            world.pay("paid", "paid-1", ALL, world.today());
            assertThat(world.story("paid")).contains("R1 MAIL QUEUED");

            world.done(world.operator, "/v1/sending/resume", "{\"clientId\": \"minato\", \"reason\": \"go on\"}");
            world.pass("PT1H");

            assertThat(world.story("owing")).contains("R1 MAIL SENT");
            assertThat(world.story("paid")).contains("R1 MAIL WITHDRAWN");
            assertThat(world.reminders("paid").toString()).contains("INVOICE_MOVED_ON");
            assertThat(world.said("paid-1")).doesNotContain("R1 MAIL");
        }
    }

    @Test
    void aMailThatWaitsBeyondTheHoursOfContactLeavesAtTheNextOpeningAndNobodyIsAskedAgain() {
        Instant evening;
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.early();
            askForR1(world);
            world.payer("late", "phone", (String) null);
            LocalDate due = world.owes("late", "late-1");
            LocalDate check = DunnedPayers.bankingDays(due, 2);
            world.until(DunnedPayers.at(check, 8));
            world.done(world.operator, "/v1/sending/stop", "{\"clientId\": \"minato\", \"reason\": \"a pause\"}");
            world.tryUntil(DunnedPayers.at(check, 9));
            world.await("late", "R1 MAIL AWAITING_APPROVAL");
            String asked = reminder(world, "R1", "AWAITING_APPROVAL");
            world.done(
                    world.reviewer,
                    "/v1/reminders/" + asked + "/decision",
                    "{\"decision\": \"APPROVE\", \"reason\": \"yes\"}");
            world.await("late", "R1 MAIL QUEUED");
            evening = DunnedPayers.at(check, 20);
            moveClock(world, evening);
        }
        try (DunnedPayers world = DunnedPayers.again(data)) {
            assertThat(world.now()).isAfterOrEqualTo(evening);
            world.done(world.operator, "/v1/sending/resume", "{\"clientId\": \"minato\", \"reason\": \"go on\"}");
            world.pass("PT1H");
            assertThat(world.story("late")).contains("R1 MAIL WITHDRAWN").doesNotContain("R1 MAIL SENT");
            assertThat(world.reminders("late").toString()).contains("OUTSIDE_CONTACT_HOURS");
            world.pass("PT15H");

            assertThat(world.said("late-1")).contains("R1 MAIL").doesNotHaveDuplicates();
            assertThat(world.get("/v1/reminders/" + reminder(world, "R1", "SENT"))
                            .json()
                            .get("reasons")
                            .toString())
                    .contains("PERSON_BY_POLICY", "AGREED_BEFORE");
        }
    }

    private static String reminder(DunnedPayers world, String stage, String state) {
        return world.reminders("late").stream()
                .filter(it -> it.get("stage").stringValue().equals(stage)
                        && it.get("state").stringValue().equals(state))
                .findFirst()
                .orElseThrow()
                .get("reminderId")
                .stringValue();
    }

    private static void askForR1(DunnedPayers world) {
        String text = world.seikyu
                .send("GET", "/v1/policies/dunning/default", world.seikyu.admin, null)
                .json()
                .get("text")
                .stringValue()
                .replace("channel: MAIL, offset: 1}", "channel: MAIL, offset: 1, person: true}");
        Reply published = world.seikyu.send(
                "PUT",
                "/v1/policies/dunning/default",
                world.seikyu.admin,
                "application/yaml",
                text.getBytes(StandardCharsets.UTF_8));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    /** Whoever wins: in the log no invoice confirms a reminder of money that it does not owe. */
    @Test
    void paymentsThatRaceWithTheSendingLeaveNoReminderOfWhatWasPaid() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            int payers = Integer.getInteger("seikyu.dunning.racing", 12);
            LocalDate due = IntStream.range(0, payers)
                    .mapToObj(i -> {
                        world.payer("r" + i);
                        return world.owes("r" + i, "r" + i + "-1");
                    })
                    .toList()
                    .get(0);
            world.until(DunnedPayers.at(DunnedPayers.bankingDays(due, 2), 8));
            world.done(world.operator, "/v1/sending/stop", "{\"clientId\": \"minato\", \"reason\": \"a pause\"}");
            world.tryUntil(DunnedPayers.at(DunnedPayers.bankingDays(due, 2), 9));
            world.done(world.operator, "/v1/sending/resume", "{\"clientId\": \"minato\", \"reason\": \"go on\"}");
            IntStream.range(0, payers)
                    .parallel()
                    .forEach(i -> world.pay("r" + i, "r" + i + "-1", i % 2 == 0 ? ALL : "100000", world.today()));
            world.pass("PT1H");

            for (int i = 0; i < payers; i++) {
                String open = ALL;
                for (JsonNode event : events(world, "minato/invoice/r" + i + "-1")) {
                    JsonNode payload = event.get("payload");
                    switch (event.get("type").stringValue()) {
                        case "invoice.payment-received" ->
                            open = payload.get("balance").asString();
                        case "invoice.reminder-confirmed" ->
                            assertThat(payload.get("amount").asString())
                                    .as(event.toString())
                                    .isEqualTo(open);
                        default -> {}
                    }
                }
                assertThat(world.story("r" + i)).as("r" + i).noneMatch(line -> line.endsWith("QUEUED"));
            }
        }
    }

    /** Invoice Ninja #637. */
    @Test
    void daysOnWhichTheSystemWasDownAreCaughtUpOnce() {
        LocalDate due;
        LocalDate back;
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("late", "phone", (String) null);
            due = world.owes("late", "late-1");
            world.until(due);
            back = DunnedPayers.bankingDays(due, 12);
            moveClock(world, DunnedPayers.at(back, 10));
        }
        try (DunnedPayers world = DunnedPayers.again(data)) {
            assertThat(world.today()).isEqualTo(back);
            world.pass("PT1H");
            assertThat(world.said("late-1"))
                    .filteredOn(line -> !line.startsWith("R0"))
                    .containsExactly("R1 MAIL");
            world.until(DunnedPayers.bankingDays(back, 2));
            assertThat(world.said("late-1")).doesNotContain("R2 MAIL");
            world.until(DunnedPayers.bankingDays(back, 4));
            assertThat(world.said("late-1")).contains("R2 MAIL").doesNotHaveDuplicates();
        }
    }

    /** While nobody works off the agenda, as on days on which the program is down. It is to be started again after it. */
    private static void moveClock(DunnedPayers world, Instant to) {
        world.seikyu.part("workingTheAgenda").stop();
        Instant now = world.now();
        world.seikyu.bean(OwnCommands.class).send(Ids.AGENCY, "sandbox", null, new MoveClock(new ClockId(), to, now));
    }

    private static List<JsonNode> agenda(DunnedPayers world, String payer) {
        return world.get("/v1/agenda?until=" + world.now().plusSeconds(90L * 86_400))
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.get("accountId").stringValue().equals(payer))
                .toList();
    }

    private static List<JsonNode> events(DunnedPayers world, String stream) {
        List<JsonNode> all = new ArrayList<>();
        world.get("/v1/audit/events?stream=" + stream).json().get("items").forEach(all::add);
        return all;
    }
}
