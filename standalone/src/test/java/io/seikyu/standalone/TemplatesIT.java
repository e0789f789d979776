package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The words of reminders as a clerk changes them. */
@Timeout(300)
class TemplatesIT {
    private static final String CLOSING = "/v1/templates/part-closing-ja";

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void start() {
        seikyu = RunningSeikyu.on(data);
    }

    @AfterAll
    static void stop() {
        seikyu.close();
    }

    @Test
    void aTextIsLookedAtPublishedAndUsedInEveryMessageThatHoldsIt() {
        JsonNode shipped = get(CLOSING);
        assertThat(shipped.get("version").asInt()).isZero();
        assertThat(preview("r1-mail-ja", "{}").get("body").asString()).contains("ご不明な点");

        Reply published = put(CLOSING, "お問い合わせ先：{{agency}}（{{creditor}}）\n");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().get("version").asInt()).isEqualTo(1);

        JsonNode preview = preview("r1-mail-ja", "{\"tone\": \"GENTLE\"}");
        assertThat(preview.get("body").asString()).contains("お問い合わせ先：").contains("いつも期日どおり");
        assertThat(preview.get("templates").toString())
                .contains("part-closing-ja@1")
                .contains("r1-mail-ja@0");
        JsonNode found = get(CLOSING + "?atLeast=" + published.position());
        assertThat(found.get("text").asString()).startsWith("お問い合わせ先");
        assertThat(get("/v1/templates").get("items").toString()).contains("r3-letter-en");
    }

    @Test
    void aTextIsSeenBeforeItIsPublished() {
        String text = get("/v1/templates/r2-mail-en").get("text").asString().replace("Please pay by", "Kindly pay by");
        String body = JsonNodeFactory.instance.objectNode().put("text", text).toString();

        assertThat(preview("r2-mail-en", body).get("body").asString()).contains("Kindly pay by 19 February 2026");
        assertThat(preview("r2-mail-en", "{}").get("body").asString()).contains("Please pay by 19 February 2026");
    }

    @Test
    void aTextThatLeavesOutWhatThePayerHasToBeToldIsRefusedWithAllFaults() {
        Reply refused = put("/v1/templates/r2-mail-ja", "subject: {{x}}\n\n{{number}}\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid-template");
        assertThat(refused.json().get("errors").size()).isGreaterThan(8);
        assertThat(get("/v1/templates/r2-mail-ja").get("version").asInt()).isZero();
    }

    @Test
    void whatIsNoTemplateIsRefused() {
        assertThat(put("/v1/templates/r9-mail-ja", "x").code()).isEqualTo("template-not-found");
        assertThat(put("/v1/policies/template/r1-mail-ja", "x").code()).isEqualTo("policy-not-found");
        assertThat(seikyu.send("GET", "/v1/policies/template/default", seikyu.admin, null)
                        .code())
                .isEqualTo("policy-not-found");
        assertThat(seikyu.send("PUT", CLOSING, seikyu.admin, "{}").status()).isEqualTo(415);
        byte[] broken = {'a', (byte) 0xff};
        assertThat(seikyu.send("PUT", CLOSING, seikyu.admin, "text/plain", broken)
                        .status())
                .isEqualTo(400);
        assertThat(put(CLOSING, "x".repeat(90_000)).status()).isEqualTo(413);
        assertThat(seikyu.send("POST", CLOSING + "/preview", seikyu.admin, "{}").code())
                .isEqualTo("template-is-a-part");
    }

    private static JsonNode preview(String name, String body) {
        Reply reply = seikyu.send("POST", "/v1/templates/" + name + "/preview", seikyu.admin, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static Reply put(String path, String text) {
        return seikyu.send("PUT", path, seikyu.admin, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode get(String path) {
        return seikyu.send("GET", path, seikyu.admin, null).json();
    }
}
