package io.seikyu.query;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.Role;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.web.access.ApiKey;
import io.seikyu.web.wiring.MongoAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as a server on a free port, with a log that the test writes. */
public final class RunningQuerySide implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Too long to be called guessable. */
    public static final String ADMIN_KEY = "sk_admin-of-the-query-sides-tests";

    private final TestMongo mongo = TestMongo.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext application;
    private final TestLog log;

    public RunningQuerySide(Path data) {
        application = new SpringApplicationBuilder(QuerySideApplication.class)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(MongoAddress.class, () -> new MongoAddress(mongo.uri())))
                .run(
                        "--seikyu.data-dir=" + data,
                        "--seikyu.port=0",
                        "--seikyu.mongodb-uri=",
                        "--seikyu.admin-key=" + ADMIN_KEY);
        log = TestLog.on(application.getBean(EventLog.class), application.getBean(EventCodec.class));
    }

    public TestLog log() {
        return log;
    }

    /** @param clientId the client company the key is bound to, or null */
    public void issueKey(String key, String clientId, List<String> grants, Role... roles) {
        log.append(
                AccessEvent.STREAM,
                new ApiKeyIssued("id-of-" + key, ApiKey.hash(key), List.of(roles), clientId, grants, null));
    }

    public HttpRequest.Builder request(String key, String path) {
        String address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path;
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key);
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String key, String path) {
        return send(request(key, path), BodyHandlers.ofString());
    }

    public JsonNode json(String key, String path) {
        HttpResponse<String> answer = get(key, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The address of what is to be seen at the head of the log. */
    public String atHead(String path) {
        return path + (path.contains("?") ? "&" : "?") + "atLeast=" + log.log().head();
    }

    @Override
    public void close() {
        application.close();
        mongo.close();
    }
}
