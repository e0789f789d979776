package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.mongo.TestMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as somebody starts it: a process of its own that can be stopped, or killed. */
final class SeikyuProcess implements AutoCloseable {
    private static final String READY = "Seikyu ready on ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI address;
    private final String adminKey;
    private final String client;
    private volatile long known = -1;

    private SeikyuProcess(Process process, URI address, String adminKey, String client) {
        this.process = process;
        this.address = address;
        this.adminKey = adminKey;
        this.client = client;
    }

    /** @param client the client company that every call is about; null when none is named */
    static SeikyuProcess startOn(Path data, String adminKey, String client) throws IOException {
        return startOn(
                data,
                adminKey,
                client,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmx512m");
    }

    /** As the README says for a server under load: without what halves the start. */
    static SeikyuProcess startForLoadOn(Path data, String adminKey, String client) throws IOException {
        return startOn(data, adminKey, client, "-Xmx1g");
    }

    private static SeikyuProcess startOn(Path data, String adminKey, String client, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SeikyuApplication.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SEIKYU_PORT", "0");
        builder.environment().put("SEIKYU_DATA_DIR", data.toString());
        builder.environment().put("SEIKYU_ADMIN_KEY", adminKey);
        builder.environment().put("SEIKYU_MONGODB_URI", TestMongo.uriFor(data));
        Process process = builder.start();
        return new SeikyuProcess(process, waitUntilReady(process), adminKey, client);
    }

    private static URI waitUntilReady(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(READY)) {
                Thread reader = new Thread(() -> readAway(out), "output of seikyu");
                reader.setDaemon(true);
                reader.start();
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new AssertionError("it did not start:\n" + said);
    }

    /** So that it never waits for somebody to read. */
    private static void readAway(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it has ended
        }
    }

    /** Asks, by the administrator's key, for what is there after what was done and seen here; again while told to ask again. */
    JsonNode get(String path) {
        String asked = known < 0 || path.contains("atLeast=")
                ? path
                : path + (path.contains("?") ? "&" : "?") + "atLeast=" + known;
        HttpResponse<String> answer = send("GET", asked, null);
        for (int again = 0; answer.statusCode() == 503 && again < 12; again++) {
            answer = send("GET", asked, null);
        }
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Does, by the administrator's key, what has to succeed. */
    JsonNode post(String path, String body) {
        return json(answerTo(path, body));
    }

    /** The same, and the position that it reached. */
    long positionAfter(String path, String body) {
        return answerTo(path, body)
                .headers()
                .firstValueAsLong("Seikyu-Position")
                .orElseThrow();
    }

    private HttpResponse<String> answerTo(String path, String body) {
        HttpResponse<String> answer = send("POST", path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Hands in a file, which has to succeed. */
    JsonNode upload(String path, String type, String file) {
        return upload(path, type, file.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode upload(String path, String type, byte[] file) {
        HttpResponse<String> answer = send("POST", path, type, file);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(202);
        return json(answer);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return send(method, path, "application/json", bytes);
    }

    private HttpResponse<String> send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + adminKey)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (client != null) {
            request.header("Seikyu-Client", client);
        }
        if (body != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers()
                    .firstValueAsLong("Seikyu-Position")
                    .ifPresent(position -> known = Math.max(known, position));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has used of the processors so far. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill}, and waits until it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not stop when it was asked to");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
