package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do while a payer is reminded: calls, replacements, and questions about why nothing is said. */
class DunningPeopleIT extends WithDunnedPayers {
    @Test
    void onceTheOneThatTakesItsPlaceIsIssuedThatOneAloneIsRemindedOf() {
        world.payer("twice", "phone", (String) null);
        LocalDate due = world.owes("twice", "twice-1");
        Reply submitted =
                world.done(world.operator, "/v1/invoices", replacing("twice").toString());
        world.issue(submitted, "twice-2");
        world.until(DunnedPayers.bankingDays(due, 2));

        assertThat(world.said("twice-2")).contains("R1 MAIL");
        assertThat(world.said("twice-1")).doesNotContain("R1 MAIL");
        assertThat(suppressed("twice").get(0).at("/reasons/0/code").stringValue())
                .isEqualTo("CORRECTION_PENDING");

        world.done(world.operator, "/v1/invoices/twice-2/cancellation", "{\"reason\": \"the old one was right\"}");
        world.until(DunnedPayers.bankingDays(world.today(), 1));
        assertThat(world.said("twice-1")).contains("R1 MAIL");
    }

    /** Handed in to take the place of the payer's first one. */
    private static ObjectNode replacing(String payer) {
        ObjectNode next = DunnedPayers.invoice(
                payer, payer + "-2", world.today().withDayOfMonth(1).minusMonths(1));
        next.putArray("precedingInvoices").add("N-" + payer.toUpperCase(Locale.ROOT) + "-1");
        return next;
    }

    @Test
    void line07_nobodyIsRemindedOfAnInvoiceThatIsBeingReplaced() {
        world.payer("replaced", "phone", (String) null);
        LocalDate due = world.owes("replaced", "replaced-1");
        ObjectNode next = replacing("replaced").put("total", "1");
        Reply submitted = world.done(world.operator, "/v1/invoices", next.toString());
        assertThat(submitted.json().get("status").stringValue()).isEqualTo("DISCREPANT");
        world.until(DunnedPayers.bankingDays(due, 2));

        assertThat(world.said("replaced-1")).isEmpty();
        JsonNode silent = suppressed("replaced").get(0);
        assertThat(silent.at("/items/0/invoiceId").stringValue()).isEqualTo("replaced-1");
        assertThat(silent.at("/items/0/amount").stringValue()).isEqualTo("241880");
        assertThat(silent.at("/reasons/0/code").stringValue()).isEqualTo("CORRECTION_PENDING");

        world.done(
                world.reviewer,
                "/v1/invoices/replaced-2/decision",
                "{\"decision\": \"REJECT\", \"reason\": \"the old one is right\"}");
        world.pass("PT1H");
        assertThat(world.said("replaced-1")).containsExactly("R1 MAIL");
        assertThat(suppressed("replaced")).isEmpty();
    }

    @Test
    void whyNothingIsSaidIsListedAsLongAsItHolds() {
        for (String payer : List.of("silent-a", "silent-b", "silent-c")) {
            world.payer(payer);
            LocalDate due = world.owes(payer, payer + "-1");
            world.done(
                    world.operator,
                    "/v1/invoices/" + payer + "-1/disputes",
                    "{\"disputeId\": \"d\", \"reason\": \"never came\"}");
            world.until(DunnedPayers.bankingDays(due, 2));
        }
        JsonNode first = world.get("/v1/reminders?state=SUPPRESSED&limit=2").json();
        assertThat(first.get("items")).hasSize(2);
        List<JsonNode> all = world.all("/v1/reminders?state=SUPPRESSED");
        assertThat(all.stream().map(it -> it.get("accountId").stringValue()))
                .contains("silent-a", "silent-b", "silent-c")
                .doesNotHaveDuplicates();
        assertThat(paged("/v1/reminders?state=SUPPRESSED&limit=1"))
                .extracting(it -> it.get("accountId").stringValue())
                .containsExactlyElementsOf(all.stream()
                        .map(it -> it.get("accountId").stringValue())
                        .toList());
        assertThat(suppressed("silent-a"))
                .singleElement()
                .extracting(it -> it.at("/reasons/0/code").stringValue())
                .isEqualTo("DISPUTED");

        world.pay("silent-a", "silent-a-1", "241880", world.today());
        world.pass("PT1H");
        assertThat(suppressed("silent-a")).isEmpty();
        assertThat(suppressed("silent-b")).hasSize(1);
    }

    @Test
    void whoAsksToBeCalledBackIsCalledThen() {
        world.payer("back");
        LocalDate due = world.owes("back", "back-1");
        world.until(DunnedPayers.bankingDays(due, 14));
        String call = reminder("back", "PHONE", "QUEUED");
        Instant then = DunnedPayers.at(DunnedPayers.bankingDays(world.today(), 2), 14);
        Reply wrong = world.seikyu.send(
                "POST",
                "/v1/tasks/" + world.call(call) + "/completion",
                world.operator,
                "{\"outcome\": \"NO_ANSWER\", \"callBackAt\": \"" + then + "\", \"invoiceIds\": [\"back-1\"]}",
                "Seikyu-Client",
                "minato");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").toString()).contains("/callBackAt", "/invoiceIds/0");

        world.called(call, "{\"outcome\": \"CALL_BACK\", \"callBackAt\": \"" + then + "\"}");
        assertThat(calls(call, "OPEN")).isEmpty();
        world.until(then.minusSeconds(60));
        assertThat(calls(call, "OPEN")).isEmpty();
        world.until(then);
        assertThat(calls(call, "OPEN")).hasSize(1);

        world.pay("back", "back-1", "241880", world.today());
        world.pass("PT1H");
        assertThat(calls(call, "OPEN")).isEmpty();
    }

    @Test
    void whoDisputesOneOfSeveralInvoicesOnTheTelephoneOwesTheOthers() {
        world.payer("some");
        LocalDate due = world.owes("some", "some-1");
        world.owes("some", "some-2");
        world.until(DunnedPayers.bankingDays(due, 14));
        String call = reminder("some", "PHONE", "QUEUED");
        world.called(call, "{\"outcome\": \"REFUSED\", \"invoiceIds\": [\"some-2\"], \"note\": \"never ordered\"}");

        assertThat(world.get("/v1/invoices/some-1").json().get("disputed").booleanValue())
                .isFalse();
        assertThat(world.get("/v1/invoices/some-2").json().get("disputed").booleanValue())
                .isTrue();
    }

    @Test
    void theAgendaIsShownPageByPage() {
        for (String payer : List.of("page-a", "page-b", "page-c")) {
            world.payer(payer);
            // the later one first, so that there are two looks at each
            world.owes(payer, payer + "-2", world.today().withDayOfMonth(1));
            world.pass("PT1M");
            world.owes(payer, payer + "-1");
        }
        world.pass("PT1M");
        String question = "/v1/agenda?until=" + world.now().plusSeconds(90L * 86_400);
        List<String> all = world.all(question).stream()
                .map(it -> it.get("accountId").stringValue())
                .toList();

        assertThat(all).contains("page-a", "page-b", "page-c").doesNotHaveDuplicates();
        assertThat(paged(question + "&limit=1"))
                .extracting(it -> it.get("accountId").stringValue())
                .containsExactlyElementsOf(all);
    }

    private static List<JsonNode> paged(String question) {
        List<JsonNode> all = new java.util.ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = world.get(question + cursor).json();
            assertThat(page.get("items").size()).isLessThanOrEqualTo(1);
            page.get("items").forEach(all::add);
            cursor =
                    page.path("next").isString() ? "&cursor=" + page.get("next").stringValue() : null;
        }
        return all;
    }

    private static List<JsonNode> suppressed(String payer) {
        return world.all("/v1/reminders?state=SUPPRESSED&accountId=" + payer);
    }

    private static String reminder(String payer, String channel, String state) {
        return world.reminders(payer).stream()
                .filter(it -> it.get("channel").stringValue().equals(channel)
                        && it.get("state").stringValue().equals(state))
                .findFirst()
                .orElseThrow()
                .get("reminderId")
                .stringValue();
    }

    private static List<JsonNode> calls(String reminder, String state) {
        return world.all("/v1/tasks?kind=CALL_PAYER&state=" + state + "&about=minato/reminder/" + reminder);
    }
}
