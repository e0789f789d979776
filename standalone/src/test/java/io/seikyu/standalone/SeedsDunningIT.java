package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The sentences of the trade about dunning (督促), each as one way through the running program. Two payers have lived
 * half a year before: one who pays when it is due, and one who pays weeks later. Line 10, mail and telephone, and line 11,
 * what a person decides, are in {@link DunningIT}; line 7, wrong data, in {@link DunningPeopleIT}.
 */
class SeedsDunningIT extends WithDunnedPayers {
    private static final String ALL = "241880";
    private static final int MONTHS = 4;

    @BeforeAll
    static void twoPayersWithAHistory() {
        world.payer("prompt", "phone", null);
        world.payer("late", "phone", null);
        for (int month = 0; month < MONTHS; month++) {
            LocalDate due = world.owes("prompt", "prompt-" + month);
            world.owes("late", "late-" + month);
            world.until(due);
            world.pay("prompt", "prompt-" + month, ALL, due);
            world.until(due.plusDays(20));
            world.pay("late", "late-" + month, ALL, due.plusDays(20));
        }
    }

    /** Line 17 too: the history decides when, and with what content. */
    @Test
    void line09_line17_theHistoryDecidesTheToneAndWhenAndWhatIsSaid() {
        LocalDate due = world.owes("prompt", "line09-prompt");
        world.owes("late", "line09-late");
        world.until(DunnedPayers.bankingDays(due, 6));

        JsonNode gentle = about("prompt", "line09-prompt", "R1");
        JsonNode firm = about("late", "line09-late", "R1");
        assertThat(gentle.get("tone").stringValue()).isEqualTo("GENTLE");
        assertThat(firm.get("tone").stringValue()).isEqualTo("FIRM");
        assertThat(gentle.get("reasons").toString()).contains("ON_TIME_RATIO", "AVERAGE_DELAY");
        assertThat(gentle.get("segment").stringValue()).isEqualTo("PROMPT");
        assertThat(firm.get("segment").stringValue()).isEqualTo("HABITUALLY_LATE");
        assertThat(day(gentle)).isEqualTo(firstDay(due, 3));
        assertThat(day(firm)).isEqualTo(firstDay(due, 1));
        assertThat(words(gentle)).isNotEqualTo(words(firm));
        world.pay("prompt", "line09-prompt", ALL, world.today());
        world.pay("late", "line09-late", ALL, world.today());
    }

    @Test
    void line14_contactStopsAtOnceWhenAPayerGoesBankrupt() {
        world.payer("line14");
        LocalDate due = world.owes("line14", "line14-1");
        world.until(DunnedPayers.bankingDays(due, 14));
        assertThat(world.story("line14")).contains("R2 PHONE QUEUED");
        world.done(world.operator, "/v1/accounts/line14/signals", """
                {"kind": "BANKRUPTCY", "source": "官報", "observedOn": "%s", "proceeding": "破産",
                 "representative": "管財人 弁護士 甲", "filingDeadline": "%s"}""".formatted(
                        world.today(), world.today().plusDays(60)));
        world.pass("PT1H");

        assertThat(world.story("line14")).contains("R2 PHONE WITHDRAWN");
        assertThat(world.all("/v1/tasks?kind=CALL_PAYER&state=OPEN&accountId=line14"))
                .isEmpty();
        assertThat(world.all("/v1/tasks?kind=FILE_CLAIM&accountId=line14")).hasSize(1);
        assertThat(world.all("/v1/tasks?kind=FILE_CLAIM&accountId=late")).isEmpty();
        assertThat(world.all("/v1/accounts/line14/timeline?clientId=minato"))
                .extracting(event -> event.get("type").stringValue())
                .contains("task.opened", "task.voided");
        List<String> before = world.said("line14-1");
        world.until(DunnedPayers.bankingDays(due, 20));
        assertThat(world.said("line14-1")).isEqualTo(before);
        assertThat(world.all("/v1/reminders?state=SUPPRESSED&accountId=line14").toString())
                .contains("PAYER_INSOLVENT");
    }

    @Test
    void line16_aPayerWhoseRiskIsLargerIsRemindedSoonerAndAPersonLooksEarlier() {
        world.payerOf("PURCHASED", "line16-usual", "phone", null);
        world.payerOf("PURCHASED", "line16-risk", "phone", null);
        LocalDate due = world.owes("line16-usual", "line16-usual-1");
        world.owes("line16-risk", "line16-risk-1");
        world.done(
                world.operator,
                "/v1/accounts/line16-risk/signals",
                "{\"kind\": \"DETERIORATION\", \"source\": \"営業担当\", \"observedOn\": \"" + world.today() + "\"}");
        world.until(DunnedPayers.bankingDays(due, 20));

        JsonNode usual = about("line16-usual", "line16-usual-1", "R3");
        JsonNode risk = about("line16-risk", "line16-risk-1", "R3");
        assertThat(risk.get("segment").stringValue()).isEqualTo("AT_RISK");
        assertThat(planned(risk)).isBefore(planned(usual));
        assertThat(risk.get("needs").toString()).isEqualTo("[\"PERSON\"]");
        assertThat(usual.get("needs")).isEmpty();
    }

    @Test
    void line18_whyThePayerIsLateIsRecordedAndTheWordsAreConsiderate() {
        world.payer("line18", "phone", null);
        LocalDate due = world.owes("line18", "line18-1");
        world.until(due);
        world.done(world.operator, "/v1/accounts/line18/correspondence", """
                {"channel": "PHONE", "direction": "IN", "at": "%s", "summary": "大口の入金が遅れている",
                 "background": "CASH_FLOW"}""".formatted(world.now()));
        world.until(DunnedPayers.bankingDays(due, 12));

        JsonNode check = about("line18", "line18-1", "R1");
        assertThat(check.get("tone").stringValue()).isEqualTo("SUPPORTIVE");
        assertThat(check.get("segment").stringValue()).isEqualTo("IN_HARDSHIP");
        assertThat(check.get("reasons").toString()).contains("BACKGROUND_RECORDED", "CASH_FLOW");
        // what negotiates is the creditor's to say
        JsonNode next = about("line18", "line18-1", "R2");
        assertThat(next.get("state").stringValue()).isEqualTo("AWAITING_APPROVAL");
        assertThat(next.get("needs").toString()).contains("CLIENT");
        assertThat(next.get("reasons").toString()).contains("SUPPORTIVE_CASE");
    }

    @Test
    void line19_oneSharedRecordOfCreditPaymentsCorrespondenceAndTheCase() {
        LocalDate due = world.owes("late", "line19-1");
        world.done(world.operator, "/v1/accounts/late/correspondence", """
                {"channel": "PHONE", "direction": "IN", "at": "%s", "summary": "月末に支払う"}""".formatted(world.now()));
        world.done(world.operator, "/v1/accounts/late/signals", """
                {"kind": "BUREAU_SCORE", "source": "TDB", "value": "55", "observedOn": "%s"}""".formatted(world.today()));
        world.until(DunnedPayers.bankingDays(due, 2));

        List<String> types = world.all("/v1/accounts/late/timeline?clientId=minato").stream()
                .map(it -> it.get("type").stringValue())
                .toList();
        assertThat(types)
                .contains(
                        "account.signal-recorded",
                        "account.correspondence-recorded",
                        "invoice.issued",
                        "invoice.payment-received",
                        "reminder.planned",
                        "reminder.sent",
                        "dunning.contact-planned");
        JsonNode account = world.get("/v1/accounts/late").json();
        assertThat(account.toString()).contains("\"grade\"", "\"tone\"", "averageDaysLate");
        JsonNode invoice = world.get("/v1/invoices/line19-1").json();
        assertThat(invoice.get("reminders")).isNotEmpty();
    }

    private static JsonNode about(String payer, String invoice, String stage) {
        return world.reminders(payer).stream()
                .filter(it -> it.get("stage").stringValue().equals(stage))
                .filter(it -> it.get("items").toString().contains("\"" + invoice + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(stage + " of " + world.reminders(payer)));
    }

    private static String words(JsonNode reminder) {
        return reminder.at("/text/body").stringValue().replaceAll("[A-Za-z0-9,-]+", "");
    }

    /** A banking day so many days after the due date, and not before the second banking day after it. */
    private static LocalDate firstDay(LocalDate due, int days) {
        LocalDate day = BankCalendar.japan().shifted(due.plusDays(days), PaymentTerms.Shift.NEXT);
        LocalDate second = DunnedPayers.bankingDays(due, 2);
        return day.isAfter(second) ? day : second;
    }

    private static LocalDate day(JsonNode reminder) {
        return LocalDate.ofInstant(Instant.parse(reminder.get("at").stringValue()), ZoneId.of("Asia/Tokyo"));
    }

    private static Instant planned(JsonNode reminder) {
        return Instant.parse(reminder.get("plannedAt").stringValue());
    }
}
