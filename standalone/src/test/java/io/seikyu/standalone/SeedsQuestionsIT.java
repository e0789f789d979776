package io.seikyu.standalone;

import static io.seikyu.standalone.CreditScene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a billing agency learns from its own history, each sentence of the trade as one way through the running program. */
@Timeout(600)
class SeedsQuestionsIT {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @TempDir
    private static Path data;

    private static CreditScene scene;

    @BeforeAll
    static void someMonthsLater() {
        scene = new CreditScene(RunningSeikyu.on(data, "--seikyu.sandbox=true"));
        // so that invoices of nine months have been due
        scene.seikyu.done(
                "/v1/sandbox/clock", scene.seikyu.admin, JsonMapper.shared().readTree("{\"advance\": \"P90D\"}"));
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.seikyu.close();
        }
    }

    /** The first half of the sentence, that of billing, is in {@link SeedsIT}. */
    @Test
    void line8_analysesPaymentHistoryAndSeesWhereItGoes() {
        scene.payer("line8");
        for (int month = 0; month < 9; month++) {
            scene.paid("line8", month, month % 3 == 0 ? "CASH" : "TRANSFER", 2 * month);
        }

        JsonNode trends = ask("/v1/payment-trends?clientId=minato&accountId=line8&from=2026-04-01&to=" + today());

        assertThat(trends.at("/trend/direction").stringValue()).isEqualTo("SLOWER");
        assertThat(trends.at("/trend/invoices").intValue()).isEqualTo(9);
        assertThat(new BigDecimal(trends.at("/trend/daysPerMonth").stringValue()))
                .isBetween(new BigDecimal("1.5"), new BigDecimal("2.5"));
        List<Integer> settled = new ArrayList<>();
        List<BigDecimal> medians = new ArrayList<>();
        for (JsonNode bucket : trends.get("buckets")) {
            settled.add(bucket.get("settledInvoices").intValue());
            if (bucket.has("medianDaysLate")) {
                medians.add(new BigDecimal(bucket.get("medianDaysLate").stringValue()));
            }
        }
        assertThat(settled.stream().mapToInt(Integer::intValue).sum()).isEqualTo(9);
        assertThat(medians).isSorted().first().isEqualTo(new BigDecimal("0.0"));
        JsonNode account = ask("/v1/accounts/line8?clientId=minato");
        assertThat(account.at("/paymentProfile/delays").intValue()).isEqualTo(8);
        assertThat(account.at("/paymentProfile/methods/CASH").intValue()).isEqualTo(3);
        assertThat(account.get("openItems")).isEmpty();
    }

    @Test
    void line21_protectsCashFlowAndNoticesOpportunities() {
        scene.payer("line21");
        for (int month = 0; month < 5; month++) {
            scene.paid("line21", month, "TRANSFER");
        }
        scene.signal("line21", scene.operator, "BUREAU_SCORE", "\"source\": \"TDB\", \"value\": \"70\"");
        BigDecimal limit =
                new BigDecimal(scene.screen("line21", "{}").get("creditLimit").stringValue());
        String invoice = scene.issued("line21", (int) ChronoUnit.MONTHS.between(APRIL, today()) - 1);
        BigDecimal reserved = limit.multiply(new BigDecimal("0.8"));
        scene.seikyu.done(
                "/v1/accounts/line21/credit-reservations",
                scene.operator,
                JsonMapper.shared()
                        .readTree("{\"amount\": \"" + reserved.toBigInteger() + "\", \"validUntil\": \""
                                + today().plusDays(30) + "\"}"),
                "Seikyu-Client",
                "minato");

        JsonNode account = ask("/v1/accounts/line21?clientId=minato");
        assertThat(account.at("/openItems/0/invoiceId").stringValue()).isEqualTo(invoice);
        BigDecimal open = new BigDecimal(account.at("/openItems/0/open").stringValue());
        JsonNode forecast = ask("/v1/cash-forecast?clientId=minato&accountId=line21");
        assertThat(new BigDecimal(forecast.get("total").stringValue())).isEqualByComparingTo(open);
        assertThat(forecast.at("/usualDelay/settledInvoices").intValue()).isEqualTo(5);
        assertThat(forecast.at("/usualDelay/medianDaysLate").stringValue()).isEqualTo("0.0");
        assertThat(forecast.at("/usualDelay/weight").isNumber()).isTrue();
        BigDecimal dated = new BigDecimal(forecast.get("later").stringValue());
        for (JsonNode week : forecast.get("weeks")) {
            dated = dated.add(new BigDecimal(week.get("expected").stringValue()));
        }
        assertThat(dated).isEqualByComparingTo(open);

        JsonNode opportunities = ask("/v1/opportunities?clientId=minato");
        assertThat(names(opportunities.at("/prompt/items"))).contains("line21").doesNotContain("line8");
        assertThat(names(opportunities.at("/nearLimit/items"))).containsExactly("line21");
        JsonNode near = opportunities.at("/nearLimit/items/0");
        assertThat(near.get("prompt").booleanValue()).isTrue();
        assertThat(near.get("used").isNumber()).isTrue();
        assertThat(near.get("used").doubleValue()).isBetween(0.8, 1.0);
        assertThat(opportunities.at("/growing/count").intValue()).isZero();
        assertThat(opportunities.at("/thresholds/minUsed").numberValue()).isEqualTo(0.8);
        JsonNode fewer = ask("/v1/opportunities?clientId=minato&minUsed=1.1&minSettled=1000&limit=1");
        assertThat(fewer.at("/thresholds/minUsed").numberValue()).isEqualTo(1.1);
        assertThat(fewer.at("/nearLimit/items")).isEmpty();
        assertThat(fewer.at("/prompt/count").intValue()).isZero();
        Reply refused = scene.seikyu.send(
                "GET", "/v1/opportunities?limit=0&minUsed=much&minOnTime=2", scene.seikyu.admin, null);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("errors")).hasSize(3);
        assertThat(texts(ask("/v1/opportunities?clientId=other").get("clientIds")))
                .isEmpty();
    }

    private static List<String> names(JsonNode items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.at("/payer/accountId").stringValue()));
        return names;
    }

    private static JsonNode ask(String path) {
        return scene.get(scene.operator, path);
    }

    private static LocalDate today() {
        Instant now = Instant.parse(
                scene.get(scene.seikyu.admin, "/v1/sandbox/clock").get("now").stringValue());
        return LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo"));
    }
}
