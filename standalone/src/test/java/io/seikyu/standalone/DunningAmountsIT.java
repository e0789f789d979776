package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What payers are reminded of is what they still owe: not more, not less, and nothing twice. */
class DunningAmountsIT extends WithDunnedPayers {
    private static final String ALL = "241880";

    /** Lago: thresholds were held against the gross total, and the texts named it. */
    @Test
    void thresholdsAndTextsUseWhatIsStillOwedAndNotTheTotal() {
        String text = world.seikyu
                .send("GET", "/v1/policies/dunning/default", world.seikyu.admin, null)
                .json()
                .get("text")
                .stringValue();
        Reply published = world.seikyu.send(
                "PUT",
                "/v1/policies/dunning/default",
                world.seikyu.admin,
                "application/yaml",
                text.replace("stage: R1, channel: MAIL,", "stage: R1, channel: MAIL, leastBalance: 50000,")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        world.payer("little");
        world.payer("much");
        LocalDate due = world.owes("little", "little-1");
        world.owes("much", "much-1");
        world.pay("little", "little-1", "200000", world.today());
        world.pay("much", "much-1", "100000", world.today());
        world.until(DunnedPayers.bankingDays(due, 2));

        assertThat(world.said("little-1")).doesNotContain("R1 MAIL");
        assertThat(world.events("minato/dunning/little"))
                .anyMatch(event -> event.contains("BELOW_LEAST_BALANCE") && event.contains("50000"));
        JsonNode check = first("much", "R1");
        assertThat(check.at("/items/0/amount").stringValue()).isEqualTo("141880");
        assertThat(check.at("/text/body").stringValue()).contains("141,880", "241,880");
        assertThat(check.at("/text/body").stringValue().indexOf("141,880"))
                .isLessThan(check.at("/text/body").stringValue().indexOf("241,880"));
    }

    /** ERPNext #58220, Invoice Ninja #2330. */
    @Test
    void interestNeitherVanishesWithThePrincipalNorIsChargedTwice() {
        world.payer("interest", "phone", (String) null);
        LocalDate due = world.owes("interest", "interest-1");
        world.until(due.plusDays(20));
        String claim = "{\"chargeId\": \"%s\", \"kind\": \"INTEREST\", \"upTo\": \"" + world.today()
                + "\", \"reason\": \"late\"}";
        BigDecimal interest =
                new BigDecimal(world.done(world.operator, "/v1/invoices/interest-1/charges", claim.formatted("c1"))
                        .json()
                        .get("amount")
                        .asString());
        assertThat(interest).isPositive();
        Reply again = world.seikyu.send(
                "POST",
                "/v1/invoices/interest-1/charges",
                world.operator,
                claim.formatted("c2"),
                "Seikyu-Client",
                "minato");
        assertThat(again.code()).as(again.body()).isEqualTo("no-interest-accrued");

        world.pay("interest", "interest-1", ALL, world.today());
        JsonNode paid = world.get("/v1/invoices/interest-1").json();
        assertThat(paid.get("status").stringValue()).isEqualTo("PARTLY_PAID");
        assertThat(paid.get("balance").stringValue()).isEqualTo(interest.toPlainString());
        world.until(DunnedPayers.bankingDays(world.today(), 12));
        assertThat(world.reminders("interest"))
                .last()
                .extracting(it -> it.at("/items/0/amount").stringValue())
                .isEqualTo(interest.toPlainString());

        world.pay("interest", "interest-1", interest.toPlainString(), world.today());
        assertThat(world.get("/v1/invoices/interest-1").json().get("status").stringValue())
                .isEqualTo("PAID");
    }

    /** OCA #460. */
    @Test
    void remindingOfOneInvoiceDoesNotSilenceTheOthers() {
        world.payer("two", "phone", (String) null);
        LocalDate due = world.owes("two", "two-1");
        LocalDate later = world.owes("two", "two-2", world.today().withDayOfMonth(1));
        world.until(DunnedPayers.bankingDays(due, 2));
        assertThat(world.said("two-1")).contains("R1 MAIL");
        world.until(DunnedPayers.bankingDays(later, 6));

        assertThat(world.said("two-1")).contains("R1 MAIL", "R2 MAIL").doesNotHaveDuplicates();
        assertThat(world.said("two-2")).contains("R1 MAIL", "R2 MAIL").doesNotHaveDuplicates();
    }

    private static JsonNode first(String payer, String stage) {
        return world.reminders(payer).stream()
                .filter(it -> it.get("stage").stringValue().equals(stage))
                .findFirst()
                .orElseThrow();
    }
}
