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

/** Policies as an administrator publishes them and as people read them. */
@Timeout(300)
class PoliciesIT {
    private static final String DEFAULT = "/v1/policies/review/default";
    private static final String LEAST = "rules: {contract-on-file: {}, contract-in-force: {}, total: {}}\n";

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
    void aTextThatIsPublishedIsAVersionAndTheSameTextIsTheSame() {
        assertThat(get(DEFAULT).get("version").asInt()).isZero();
        assertThat(get(DEFAULT).get("text").asString()).contains("amount-unusual");

        assertThat(put(DEFAULT, LEAST).json().get("version").asInt()).isEqualTo(1);
        assertThat(put(DEFAULT, LEAST).json().get("version").asInt()).isEqualTo(1);
        Reply second = put(DEFAULT, LEAST + "approvalLimit: 5\n");
        assertThat(second.json().get("version").asInt()).isEqualTo(2);

        String seen = "?atLeast=" + second.position();
        JsonNode found = get(DEFAULT + seen);
        assertThat(found.get("version").asInt()).isEqualTo(2);
        assertThat(found.get("text").asString()).isEqualTo(LEAST + "approvalLimit: 5\n");
        assertThat(found.get("publishedBy").asString()).isNotBlank();
        JsonNode versions = get(DEFAULT + "/versions" + seen);
        assertThat(versions.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(versions.get("items")).hasSize(2);
        assertThat(get(DEFAULT + seen + "&version=1").get("text").asString()).isEqualTo(LEAST);
        assertThat(seikyu.send("GET", DEFAULT + seen + "&version=9", seikyu.admin, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFaultyPolicyIsRefusedWithEveryFault() {
        Reply refused = put("/v1/policies/review/other", "rules: {total: {severity: 1, x: 2}, sum: {}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid-policy");
        assertThat(refused.json().get("errors")).hasSize(5);
        assertThat(seikyu.send("GET", "/v1/policies/review/other", seikyu.admin, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDunningPolicyIsPublishedAndAskedFor() {
        String path = "/v1/policies/dunning/default";
        String shipped =
                seikyu.send("GET", path, seikyu.admin, null).json().get("text").asString();

        assertThat(put(path, shipped.replace("gap: 3", "gap: 0"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/waits/gap");
        Reply published = put(path, shipped.replace("gap: 3", "gap: 4"));

        assertThat(published.json().get("version").asInt()).isEqualTo(1);
        String seen = "?atLeast=" + published.position();
        assertThat(seikyu.send("GET", path + seen, seikyu.admin, null)
                        .json()
                        .get("text")
                        .asString())
                .contains("gap: 4");
    }

    @Test
    void whatIsNoTextOrTooLongOrOfAnotherKindIsRefused() {
        byte[] broken = {'a', ':', (byte) 0xff};
        assertThat(seikyu.send("PUT", DEFAULT, seikyu.admin, "application/yaml", broken)
                        .status())
                .isEqualTo(400);
        assertThat(put(DEFAULT, "#".repeat(70_000)).status()).isEqualTo(413);
        assertThat(seikyu.send("PUT", DEFAULT, seikyu.admin, "{}").status()).isEqualTo(415);
        assertThat(put("/v1/policies/weather/default", LEAST).code()).isEqualTo("policy-not-found");
        assertThat(put(DEFAULT, "").status()).isEqualTo(422);
    }

    @Test
    void anAdministratorOfSomeClientsPublishesNothing() {
        String some = seikyu.send(
                        "POST",
                        "/v1/clients",
                        seikyu.admin,
                        RunningSeikyu.sample("client.json").toString())
                .json()
                .get("clientId")
                .asString();
        String key = seikyu.send(
                        "POST",
                        "/v1/api-keys",
                        seikyu.admin,
                        "{\"roles\": [\"ADMIN\"], \"grants\": [\"" + some + "\"]}")
                .json()
                .get("key")
                .asString();

        assertThat(seikyu.send("PUT", DEFAULT, key, "text/yaml", LEAST.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(404);
        assertThat(seikyu.send("GET", DEFAULT, key, null).status()).isEqualTo(404);
    }

    private static Reply put(String path, String text) {
        return seikyu.send("PUT", path, seikyu.admin, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode get(String path) {
        Reply reply = seikyu.send("GET", path, seikyu.admin, null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }
}
