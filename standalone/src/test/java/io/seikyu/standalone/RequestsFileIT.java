package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        List<Call> calls = Call.of(Files.readString(Path.of("../requests.http")));
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            String integration = "";
            long position = -1;
            for (Call call : calls) {
                Reply reply = call.send(seikyu, integration, position);
                position = Math.max(position, reply.position());
                assertThat(reply.status() / 100)
                        .as("%s: %s", call.heading(), reply.body())
                        .isEqualTo(call.heading().matches(".*\\b4\\d\\d\\b.*") ? 4 : 2);
                integration = call.path().equals("/v1/api-keys")
                        ? reply.json().get("key").asString()
                        : integration;
                replies.put(call.heading(), reply);
            }
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

    /** One call of the file; {@code path} is without the base. */
    private record Call(String heading, String method, String path, List<String> headers, String body) {
        static List<Call> of(String file) {
            List<Call> calls = new ArrayList<>();
            for (String block : file.split("(?m)^(?=###)")) {
                List<String> lines = block.lines().toList();
                List<String> rest = lines.stream()
                        .dropWhile(line -> line.isBlank() || line.startsWith("#") || line.startsWith("@"))
                        .toList();
                if (!rest.isEmpty()) {
                    calls.add(of(lines.get(0), rest));
                }
            }
            return calls;
        }

        private static Call of(String heading, List<String> lines) {
            String[] request = lines.get(0).split(" ");
            List<String> headers =
                    lines.stream().skip(1).takeWhile(line -> !line.isBlank()).toList();
            String body = String.join("\n", lines.subList(1 + headers.size(), lines.size()))
                    .strip();
            return new Call(heading, request[0], request[1].replace("{{base}}", ""), headers, body);
        }

        Reply send(RunningSeikyu seikyu, String integration, long position) {
            List<String> sent = new ArrayList<>();
            String key = "";
            String type = "application/json";
            for (String header : headers) {
                String name = header.substring(0, header.indexOf(':'));
                String value = header.substring(header.indexOf(':') + 1).strip();
                if (name.equals("Authorization")) {
                    key = value.contains("{{admin}}") ? seikyu.admin : integration;
                } else if (name.equals("Content-Type")) {
                    type = value;
                } else {
                    sent.addAll(List.of(name, value));
                }
            }
            byte[] bytes = body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8);
            return seikyu.send(method, seeing(position), key, type, bytes, sent.toArray(String[]::new));
        }

        /** A question, asked so that it sees what was done before. */
        private String seeing(long position) {
            return method.equals("GET") ? path + (path.contains("?") ? "&" : "?") + "atLeast=" + position : path;
        }
    }
}
