package io.seikyu.standalone;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** {@code requests.http}, played from the first call to the last. */
final class RequestsFile {
    private RequestsFile() {}

    /** @param heard is told of each heading and the answer to it */
    static void play(RunningSeikyu seikyu, BiConsumer<String, Reply> heard) throws IOException {
        String integration = "";
        long position = -1;
        for (Call call : Call.of(Files.readString(Path.of("../requests.http")))) {
            Reply reply = call.send(seikyu, integration, position);
            position = Math.max(position, reply.position());
            heard.accept(call.heading(), reply);
            integration =
                    call.path().equals("/v1/api-keys") ? reply.json().get("key").asString() : integration;
        }
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
