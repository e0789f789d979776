package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose a claim is, and until when it can be enforced, as who asks sees it. */
@Timeout(300)
class ClaimsIT {
    private static final String INVOICE = "/v1/invoices/inv-001";

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void anIssuedInvoice() {
        seikyu = RunningSeikyu.on(data, "--seikyu.sandbox=true");
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        sample("accounts.json").forEach(it -> seikyu.done("/v1/accounts", seikyu.admin, it));
        sample("contracts.json").forEach(it -> seikyu.done("/v1/contracts", seikyu.admin, it));
        seikyu.done("/v1/invoices", seikyu.admin, with(sample("invoices/inv-001.json"), "dueDate", "2026-06-01"));
        post(INVOICE + "/issue", "{}");
    }

    @Test
    void theEndOfAClaimIsCountedAndSomebodyIsToldBefore() {
        assertThat(invoice(seikyu.log().head()).at("/limitation/barredAfter").asString())
                .isEqualTo("2031-06-01");

        String fact =
                "{\"factId\": \"f1\", \"kind\": \"ACKNOWLEDGED\", \"on\": \"2026-06-15\", \"evidence\": \"memo 7\"}";
        Reply recorded = post(INVOICE + "/limitation-facts", fact);
        assertThat(recorded.json().at("/limitation/barredAfter").asString()).isEqualTo("2031-06-15");
        JsonNode limitation = invoice(recorded.position()).get("limitation");
        assertThat(limitation.get("barredAfter").asString()).isEqualTo("2031-06-15");
        assertThat(limitation.at("/facts/0/evidence").asString()).isEqualTo("memo 7");

        assertThat(tasks()).isEmpty();
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"set\": \"2030-12-14T00:00:00Z\"}"));
        assertThat(tasks()).isEmpty();
        seikyu.done("/v1/sandbox/clock", seikyu.admin, json("{\"advance\": \"P21D\"}"));
        assertThat(tasks()).hasSize(1);
        assertThat(tasks().get(0).at("/facts/barredAfter").asString()).isEqualTo("2031-06-15");
        assertThat(tasks().get(0).get("dueOn").asString()).isEqualTo("2031-06-15");
    }

    @Test
    void aClaimThatWasHandedBackIsShownSo() {
        JsonNode other = with(
                with(sample("invoices/inv-001.json"), "dueDate", "2026-06-01", "invoiceId", "back"),
                "invoiceNumber",
                "MN26-BACK");
        seikyu.done("/v1/invoices", seikyu.admin, other);
        Reply reply = seikyu.send(
                "POST",
                "/v1/invoices/back/decision",
                reviewer(),
                "{\"decision\": \"APPROVE\", \"reason\": \"-\"}",
                "Seikyu-Client",
                "minato");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        post("/v1/invoices/back/issue", "{}");

        Reply back = post("/v1/invoices/back/hand-back", "{\"reason\": \"as asked\"}");

        assertThat(back.json().get("handedBack").asBoolean()).isTrue();
        JsonNode shown = seikyu.send("GET", "/v1/invoices/back?atLeast=" + back.position(), seikyu.admin, null)
                .json();
        assertThat(shown.get("status").asString()).isEqualTo("HANDED_BACK");
        assertThat(shown.at("/handBack/reason").asString()).isEqualTo("as asked");
        assertThat(seikyu.send("GET", "/v1/invoices?status=HANDED_BACK", seikyu.admin, null)
                        .json()
                        .at("/items/0/invoiceId")
                        .asString())
                .isEqualTo("back");
        assertThat(seikyu.send(
                                "POST",
                                "/v1/invoices/back/subrogations",
                                seikyu.admin,
                                "{\"paidOn\": \"2026-06-01\", \"amount\": \"1\"}",
                                "Seikyu-Client",
                                "minato")
                        .code())
                .isEqualTo("claim-not-guaranteed");
    }

    private static Reply post(String path, String body) {
        return seikyu.done(path, seikyu.admin, json(body), "Seikyu-Client", "minato");
    }

    private static String reviewer() {
        return seikyu.done("/v1/api-keys", seikyu.admin, json("{\"roles\": [\"REVIEWER\"]}"))
                .json()
                .get("key")
                .asString();
    }

    private static JsonNode invoice(long position) {
        return seikyu.send("GET", INVOICE + "?atLeast=" + position, seikyu.admin, null)
                .json();
    }

    private static JsonNode tasks() {
        long head = seikyu.log().head();
        return seikyu.send("GET", "/v1/tasks?kind=PREVENT_LIMITATION&atLeast=" + head, seikyu.admin, null)
                .json()
                .get("items");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @AfterAll
    static void stop() {
        seikyu.close();
    }
}
