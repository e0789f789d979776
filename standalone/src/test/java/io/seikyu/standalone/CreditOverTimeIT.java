package io.seikyu.standalone;

import static io.seikyu.standalone.CreditScene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What follows for credit when days pass, and when the agency decides otherwise: by the sandbox's clock. */
@Timeout(300)
class CreditOverTimeIT {
    @TempDir
    private static Path data;

    private static CreditScene scene;

    @BeforeAll
    static void aSandbox() {
        scene = new CreditScene(RunningSeikyu.on(data, "--seikyu.sandbox=true"));
        // so that invoices of nine months have been due
        pass("P90D");
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.seikyu.close();
        }
    }

    @Test
    void theWeeklySweepNoticesAPayerWhoGetsSlowerAndSaysSoOnce() {
        scene.payer("slower");
        for (int month = 0; month < 8; month++) {
            scene.paid("slower", month, "TRANSFER", 3 * month);
        }
        assertThat(texts(scene.screen("slower", "{}").get("reasons"))).doesNotContain("PAYING_SLOWER");

        pass("P7D");
        scene.await("/v1/accounts/slower", it -> texts(it.get("creditReasons")).contains("PAYING_SLOWER"));
        JsonNode file = scene.get(scene.credit, "/v1/accounts/slower/credit");
        assertThat(file.get("slowdowns")).hasSize(1);
        JsonNode slowdown = file.at("/slowdowns/0");
        assertThat(slowdown.get("invoices").intValue()).isEqualTo(8);
        assertThat(CreditScene.points(slowdown, "/daysPerMonth").doubleValue()).isBetween(2.5, 3.5);

        pass("P14D");
        assertThat(scene.get(scene.credit, "/v1/accounts/slower/credit").get("slowdowns"))
                .hasSize(1);
    }

    @Test
    void whatStaysUnpaidLowersTheGradeFromDayToDayAndItsPaymentRaisesItAgain() {
        scene.payer("owes");
        LocalDate month =
                LocalDate.parse(now().substring(0, 10)).withDayOfMonth(1).minusMonths(1);
        String invoice = scene.delivered("owes", month);
        scene.signal("owes", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        assertThat(scene.screen("owes", "{}").get("grade").stringValue()).isEqualTo("REDUCED_LIMIT");
        LocalDate due = LocalDate.parse(scene.get(scene.operator, "/v1/invoices/" + invoice)
                .get("dueDate")
                .stringValue());

        until(due.plusDays(9));
        assertThat(reasons("owes")).doesNotContain("OVERDUE");
        until(due.plusDays(10));
        scene.await("/v1/accounts/owes", it -> texts(it.get("creditReasons")).contains("OVERDUE"));
        until(due.plusDays(60));
        scene.await("/v1/accounts/owes", it -> it.get("grade").stringValue().equals("PREPAYMENT"));
        scene.pay(invoice, due.plusDays(60).toString(), "TRANSFER");
        scene.await("/v1/accounts/owes", it -> it.get("grade").stringValue().equals("REDUCED_LIMIT"));
        assertThat(reasons("owes")).doesNotContain("OVERDUE");
    }

    @Test
    void anotherPolicyCountsFromTheNextScreeningOnAndAFaultyOneIsRefusedWithAllFaults() {
        scene.payer("policy");
        scene.signal("policy", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        JsonNode before = scene.screen("policy", "{}");
        String shipped = scene.get(scene.credit, "/v1/policies/credit/default")
                .get("text")
                .stringValue();
        Reply faulty =
                publish("draft", shipped.replace("positive: 5", "positive: 500").replace("bureau: 40", "bureau: 41"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(texts(faulty.json().get("errors"), "pointer")).containsExactly("/weights", "/positive");

        Reply published = publish("default", shipped.replace("cap: 5000000", "cap: 1000000"));
        assertThat(published.status()).as(published.body()).isBetween(200, 299);
        JsonNode after = scene.screen("policy", "{\"requestedAmount\": \"5000000\"}");
        assertThat(before.get("policyVersion").stringValue()).isEqualTo("credit/default@0");
        assertThat(after.get("policyVersion").stringValue()).isEqualTo("credit/default@1");
        assertThat(after.get("creditLimit").stringValue()).isEqualTo("1000000");
        assertThat(after.get("score").stringValue())
                .isEqualTo(before.get("score").stringValue());
        // the decision of before stays what it was
        JsonNode file = scene.get(
                scene.credit,
                "/v1/accounts/policy/credit?atLeast=" + scene.seikyu.log().head());
        assertThat(texts(file.get("screenings"), "policyVersion")).contains("credit/default@0", "credit/default@1");
        assertThat(publish("default", shipped).status()).isBetween(200, 299);
    }

    private static Reply publish(String name, String text) {
        return scene.seikyu.send(
                "PUT",
                "/v1/policies/credit/" + name,
                scene.seikyu.admin,
                "application/yaml",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> reasons(String payer) {
        return texts(scene.get(scene.operator, "/v1/accounts/" + payer).get("creditReasons"));
    }

    private static String now() {
        return scene.get(scene.seikyu.admin, "/v1/sandbox/clock").get("now").stringValue();
    }

    private static void pass(String span) {
        clock("{\"advance\": \"" + span + "\"}");
    }

    /** Until noon of that day in Japan. */
    private static void until(LocalDate day) {
        clock("{\"set\": \"" + day + "T03:00:00Z\"}");
    }

    private static void clock(String body) {
        scene.seikyu.done(
                "/v1/sandbox/clock", scene.seikyu.admin, JsonMapper.shared().readTree(body));
    }
}
