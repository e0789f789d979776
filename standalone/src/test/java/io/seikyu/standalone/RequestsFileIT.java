package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code requests.http} does what its headings promise, from the first call to the last. */
class RequestsFileIT {
    @TempDir
    Path data;

    private final Map<String, Reply> replies = new LinkedHashMap<>();

    @Test
    void everyCallOfTheFileIsAnsweredAsItsHeadingSays() throws IOException {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            RequestsFile.play(seikyu, (heading, reply) -> {
                assertThat(reply.status() / 100)
                        .as("%s: %s", heading, reply.body())
                        .isEqualTo(heading.matches(".*\\b4\\d\\d\\b.*") ? 4 : 2);
                replies.put(heading, reply);
            });
        }
        assertThat(replies).hasSizeGreaterThan(40);
        assertThat(answer("### The same key").at("/findings/0/code").asString()).isEqualTo("UNIT_PRICE_MISMATCH");
        assertThat(answer("### 6.").get("status").asString()).isEqualTo("APPROVED");
        assertThat(answer("### 9.").get("status").asString()).isEqualTo("PARTLY_ALLOCATED");
        assertThat(answer("### 10.").get("status").asString()).isEqualTo("PAID");
        assertThat(answer("### 11.").get("items")).hasSizeGreaterThan(8);
        assertThat(reply("### Another tenant's invoice").status()).isEqualTo(404);
        assertThat(answer("### All that is wrong").get("errors")).hasSizeGreaterThan(5);
        assertThat(answer("### The invoice that the contract yields")
                        .get("total")
                        .asString())
                .isEqualTo("285120");
        assertThat(answer("### The review's policy").get("text").asString()).contains("unit-price");
        assertThat(answer("### How the invoice went").at("/items/0/purpose").asString())
                .isEqualTo("INVOICE_DELIVERY");
        assertThat(answer("### What is stopped").at("/clients/0/clientId").asString())
                .isEqualTo("tsubame");
    }

    private JsonNode answer(String heading) {
        return reply(heading).json();
    }

    private Reply reply(String heading) {
        return replies.entrySet().stream()
                .filter(call -> call.getKey().startsWith(heading))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no call is headed " + heading));
    }
}
