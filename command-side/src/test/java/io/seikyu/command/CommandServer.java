package io.seikyu.command;

import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.web.wiring.MongoAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command side on a log of its own, and a client that speaks to it over a real socket. */
public final class CommandServer implements AutoCloseable {
    public static final String ADMIN = "sk_administrator-of-the-tests-0123456789";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    private CommandServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public static CommandServer start(Path data) {
        return start(data, TestMongo.uriFor(data));
    }

    /** @param mongodbUri where the log is; blank: in {@code data} */
    public static CommandServer start(Path data, String mongodbUri, String... settings) {
        return startWith(List.of(), data, mongodbUri, settings);
    }

    /** @param more configuration beside that of the command side */
    public static CommandServer startWith(List<Class<?>> more, Path data, String mongodbUri, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--seikyu.port=0",
                "--server.address=127.0.0.1",
                "--seikyu.data-dir=" + data,
                "--seikyu.mongodb-uri=" + mongodbUri,
                // it ends sooner
                "--seikyu.jobs.look-every=PT0.1S",
                "--seikyu.admin-key=" + ADMIN));
        all.addAll(List.of(settings));
        List<Class<?>> sources = new ArrayList<>(List.of(CommandSideApplication.class, Derived.class));
        sources.addAll(more);
        return new CommandServer(
                new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(all.toArray(String[]::new)));
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @SuppressWarnings("unchecked") // the context made it by this type
    public <T> T bean(ResolvableType type) {
        return (T) context.getBeanProvider(type).getObject();
    }

    public Reply post(String key, String path, String body, String... headers) {
        return send(key, "POST", path, body, headers);
    }

    public Reply send(String key, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new key with these roles. */
    public String key(String body) {
        return post(ADMIN, "/v1/api-keys", body).expect(201).text("key");
    }

    @Override
    public void close() {
        context.close();
    }

    /** Derived data goes to memory: these tests are about the log. */
    @Configuration(proxyBeanMethods = false)
    static class Derived {
        @Bean
        EmbeddedMongo embeddedMongo() {
            return EmbeddedMongo.inMemory();
        }

        @Bean
        MongoAddress mongoAddress(EmbeddedMongo mongo) {
            return new MongoAddress(mongo.uri());
        }
    }

    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError(
                        response.request().uri() + ": " + status() + " instead of " + status + ": " + response.body());
            }
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public long position() {
            return Long.parseLong(header("Seikyu-Position"));
        }
    }
}
