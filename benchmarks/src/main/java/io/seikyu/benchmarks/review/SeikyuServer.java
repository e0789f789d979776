package io.seikyu.benchmarks.review;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program as a process of its own, on an empty directory, spoken to over HTTP. */
public final class SeikyuServer implements AutoCloseable {
    private static final String READY = "Seikyu ready on ";
    private static final String KEY = "sk_benchmark-0123456789-0123456789-0123456789";
    private static final int MINUTES = 90;
    private static final long LOOK_MILLIS = 200;
    private static final long REST_MILLIS = 3_000;

    /** Of one core: what an idle program takes. */
    private static final double IDLE = 0.2;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private String position = "-1";

    private SeikyuServer(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    public static SeikyuServer start(Path jar, Path data, List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        Path output = data.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SEIKYU_PORT", "0");
        builder.environment().put("SEIKYU_DATA_DIR", data.resolve("data").toString());
        builder.environment().put("SEIKYU_ADMIN_KEY", KEY);
        builder.environment().put("SEIKYU_MONGODB_URI", "");
        Process process = builder.start();
        while (true) {
            for (String line : Files.readAllLines(output)) {
                if (line.startsWith(READY)) {
                    return new SeikyuServer(
                            process, URI.create(line.substring(READY.length()).trim()));
                }
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("it did not start: " + Files.readString(output));
            }
        }
    }

    /** @throws IllegalStateException when the answer is none of 2xx */
    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(path, "application/json", JSON.writeValueAsBytes(body));
    }

    /** What is of no client company alone. */
    public JsonNode postForAll(String path, Object body) throws IOException, InterruptedException {
        return answer(authorized(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    /** What the sandbox's clock shows. */
    public Instant now() throws IOException, InterruptedException {
        return Instant.parse(ask("/v1/sandbox/clock", true).get("now").asString());
    }

    /**
     * Moves the sandbox's clock, and waits until everything due by then is done. The server itself waits for a minute, and
     * is then asked to move it by a second more.
     */
    public void setClock(Instant time) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        HttpRequest request;
        Instant wanted = time;
        int minutes = 0;
        do {
            request = authorized("/v1/sandbox/clock")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            JSON.writeValueAsBytes(Map.of("set", wanted.toString()))))
                    .build();
            response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            wanted = now().plusSeconds(1);
        } while (minutes++ < MINUTES && text(response).contains("clock-held-up"));
        successful(request, response);
    }

    public JsonNode send(String path, String type, byte[] body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** As the last command left it, or later. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path + "?atLeast=" + position).GET().build());
    }

    /** As it is now, of one client company or of all. */
    public JsonNode ask(String path, boolean ofAll) throws IOException, InterruptedException {
        return read(ofAll ? authorized(path) : request(path));
    }

    /** As it is now, of this client company. */
    public JsonNode ask(String path, String client) throws IOException, InterruptedException {
        return read(authorized(path).header("Seikyu-Client", client));
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(body(request.GET().build()).body());
    }

    /** Up to which position the answer to this question reflects the log. */
    public long reflected(String path) throws IOException, InterruptedException {
        return Long.parseLong(body(request(path).GET().build())
                .headers()
                .firstValue("Seikyu-Position")
                .orElse("-1"));
    }

    private HttpRequest.Builder request(String path) {
        return authorized(path).header("Seikyu-Client", Portfolio.CLIENT);
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofHours(2))
                .header("Authorization", "Bearer " + KEY);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = body(request);
        position = response.headers().firstValue("Seikyu-Position").orElse(position);
        return response.body().length == 0 ? JSON.missingNode() : JSON.readTree(response.body());
    }

    private HttpResponse<byte[]> body(HttpRequest request) throws IOException, InterruptedException {
        return successful(request, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static HttpResponse<byte[]> successful(HttpRequest request, HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.uri() + " answered " + response.statusCode() + ": " + text(response));
        }
        return response;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /**
     * Waits until all views are made, and until nobody is busy any more: who follows the log to act on it, as dunning
     * does, is no view and goes on when they are made.
     */
    public void awaitRest() throws IOException, InterruptedException {
        while (isBehind() || !rests()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private boolean isBehind() throws IOException, InterruptedException {
        for (JsonNode view : ask("/v1/projections", true).get("items")) {
            if (view.get("behind").asLong() > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean rests() throws InterruptedException {
        double before = processorSeconds();
        Thread.sleep(REST_MILLIS);
        return processorSeconds() - before < IDLE * REST_MILLIS / 1000;
    }

    /** Of the last answer. */
    public long position() {
        return Long.parseLong(position);
    }

    /** Ends it without giving it time to close anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public double processorSeconds() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(spent -> spent.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    public long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
