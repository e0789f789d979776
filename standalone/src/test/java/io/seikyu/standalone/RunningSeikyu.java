package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.web.access.ApiKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The program, running in this process on a free port, and what it takes to talk to it. */
final class RunningSeikyu implements AutoCloseable {
    /** What is read moves the log a moment later: only tests of that let it. */
    private static final String READS_RECORDED = "--seikyu.reads-recorded=";

    /** Of five seconds each, which is as long as the program lets somebody wait. */
    private static final int ASKS = 12;

    private static final int NOT_CAUGHT_UP = 503;

    /** The administrator's key. */
    final String admin = ApiKey.generate();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final URI address;
    private final Path data;

    private RunningSeikyu(Path data, String... settings) {
        this.data = data;
        List<String> all = new ArrayList<>(List.of(
                "--seikyu.port=0",
                "--seikyu.data-dir=" + data,
                "--seikyu.mongodb-uri=" + TestMongo.uriFor(data),
                // it ends sooner
                "--seikyu.jobs.look-every=PT0.1S",
                "--seikyu.admin-key=" + admin));
        all.addAll(List.of(settings));
        if (all.stream().noneMatch(setting -> setting.startsWith(READS_RECORDED))) {
            all.add(READS_RECORDED + "false");
        }
        this.context = SeikyuApplication.run(all.toArray(String[]::new));
        this.address = SeikyuApplication.addressOf(context);
    }

    static RunningSeikyu on(Path data, String... settings) {
        return new RunningSeikyu(data, settings);
    }

    int port() {
        return address.getPort();
    }

    /** Where it keeps what it has. */
    Path data() {
        return data;
    }

    EventLog log() {
        return context.getBean(EventLog.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    <T> List<T> beans(Class<T> type) {
        return context.getBeanProvider(type).stream().toList();
    }

    /** Part of the program that runs by itself, by the name of its bean: a test may let it rest. */
    Lifecycle part(String name) {
        return context.getBean(name, Lifecycle.class);
    }

    RequestMappingHandlerMapping routes() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /**
     * @param key     or null for none
     * @param body    or null for none
     * @param headers names and values by turns
     */
    Reply send(String method, String path, String key, String body, String... headers) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return send(method, path, key, "application/json", bytes, headers);
    }

    /**
     * Whoever asks for what is there at some position is told to ask again while that is not there.
     *
     * @param type of the body
     * @param body or null for none
     */
    Reply send(String method, String path, String key, String type, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(5));
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean mayAskAgain = method.equals("GET") && path.contains("atLeast=");
            for (int asks = 1; mayAskAgain && answer.statusCode() == NOT_CAUGHT_UP && asks < ASKS; asks++) {
                answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            }
            return new Reply(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does what has to succeed. */
    Reply done(String path, String key, JsonNode body, String... headers) {
        Reply reply = send("POST", path, key, body.toString(), headers);
        assertThat(reply.status()).as(path + ": " + reply.body()).isBetween(200, 299);
        return reply;
    }

    /** One of the samples, e.g. {@code client.json}. */
    static JsonNode sample(String name) {
        try (InputStream in = RunningSeikyu.class.getResourceAsStream("/samples/" + name)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sample} with other values of some of its fields, names and values by turns; a null value takes one out. */
    static ObjectNode with(JsonNode sample, String... fields) {
        ObjectNode changed = sample.deepCopy().asObject();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] == null) {
                changed.remove(fields[i]);
            } else {
                changed.put(fields[i], fields[i + 1]);
            }
        }
        return changed;
    }

    /** Between two looks at whether something has happened. */
    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** An answer. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body());
        }

        /** The code of a problem, or the empty text. */
        String code() {
            String type = response.headers().firstValue("Content-Type").orElse("");
            return type.startsWith("application/problem+json")
                    ? json().path("code").asString("")
                    : "";
        }

        long position() {
            return response.headers().firstValueAsLong("Seikyu-Position").orElse(-1);
        }
    }
}
