package io.seikyu.standalone.demo;

import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.standalone.HistoryFile;
import io.seikyu.standalone.SeikyuApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Records the demo's story as a history that later revisions have to reproduce: the log as {@code seikyu export} writes
 * it, and the keys of the samples' persons, who are nobody. Each revision whose decisions are worth keeping gets a file of
 * its own; none is recorded anew.
 */
@EnabledIfSystemProperty(named = "seikyu.record-history", matches = ".+")
class HistoryRecorder {
    private static final String ADMIN = "sk_" + "a".repeat(43);

    @TempDir
    private Path data;

    @Test
    void record() throws Exception {
        ConfigurableApplicationContext application = new SpringApplication(SeikyuApplication.class)
                .run(
                        "--server.address=127.0.0.1",
                        "--seikyu.port=0",
                        "--seikyu.mongodb-uri=" + TestMongo.uriFor(data),
                        "--seikyu.admin-key=" + ADMIN,
                        "--seikyu.sandbox=true",
                        "--seikyu.data-dir=" + data);
        try (application) {
            URI base = URI.create(
                    "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
            Api api = new Api(base);
            Story story = new Story(api, ADMIN, line -> {});
            story.run();
            for (PolicyKind kind : List.of(PolicyKind.REVIEW, PolicyKind.CREDIT, PolicyKind.DUNNING)) {
                publishAnew(base, kind);
            }
            new FilesStory(story.integration(), line -> {}).run();
            new BankStory(story.admin(), line -> {}).run();
            new FindingsStory(story.admin(), line -> {}).run();
            new CreditStory(story.admin(), line -> {}).run();
            new DunningStory(api, story.admin(), line -> {}).run();
            HistoryFile.write(
                    application.getBean(EventLog.class), data, Path.of(System.getProperty("seikyu.record-history")));
        }
    }

    /** The same in other words is a version of its own. */
    private static void publishAnew(URI base, PolicyKind kind) throws IOException, InterruptedException {
        String text = "# As it is shipped.\n" + ShippedPolicies.text(kind);
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1/policies/" + kind.path() + "/default"))
                .header("Authorization", "Bearer " + ADMIN)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(text))
                .build();
        HttpResponse<String> published = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (published.statusCode() != 200) {
            throw new IllegalStateException(published.body());
        }
    }
}
