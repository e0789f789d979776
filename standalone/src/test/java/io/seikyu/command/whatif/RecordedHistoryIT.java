package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.world.Past;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.eventlog.proof.LogImport;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.standalone.SeikyuApplication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What an earlier revision recorded is decided by this one as it was then. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordedHistoryIT {
    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void open() throws IOException {
        application = open("2026-11", data);
    }

    private static ConfigurableApplicationContext open(String history, Path data) throws IOException {
        try (InputStream file = RecordedHistoryIT.class.getResourceAsStream("/history/" + history + ".zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            zip.getNextEntry();
            try (EventLog log = RocksEventLog.open(data.resolve("log"), Clock.systemUTC())) {
                LogImport.read(notClosing(zip), log, position -> {});
            }
            for (ZipEntry key = zip.getNextEntry(); key != null; key = zip.getNextEntry()) {
                Path target = data.resolve(key.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.readAllBytes());
            }
        }
        return new SpringApplication(SeikyuApplication.class)
                .run(
                        "--seikyu.port=0",
                        "--seikyu.mongodb-uri=" + TestMongo.uriFor(data),
                        "--seikyu.sandbox=true",
                        "--seikyu.data-dir=" + data);
    }

    private static InputStream notClosing(InputStream in) {
        return new java.io.FilterInputStream(in) {
            @Override
            public void close() {
                // there is more in it
            }
        };
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void everyDecisionComesOutAsItWasRecorded() {
        Map<String, Object> found = reproduced(application);
        assertThat(found.get("decisions"))
                .isEqualTo(Map.of(
                        "review",
                        all(84),
                        "coverage",
                        all(1),
                        "credit",
                        all(6),
                        "credit-note",
                        all(1),
                        "dunning",
                        all(82),
                        "matching",
                        // two rows of the bank's file were looked at side by side
                        Map.of(
                                "counted",
                                6L,
                                "reproduced",
                                5L,
                                "notReproducible",
                                Map.of("NOT_KNOWN_WHAT_IT_LOOKED_AT", 1L))));
    }

    /** What tests of each kind of decision lived through. */
    @ParameterizedTest
    @CsvSource({
        "matching, matching, 20",
        "collective-account, matching, 10",
        "approvals, coverage, 13",
        "replacements, credit-note, 1",
        "credit, coverage, 7"
    })
    void soDoesEveryDecisionOfTheseKinds(String history, String kind, long counted, @TempDir Path own)
            throws IOException {
        try (ConfigurableApplicationContext one = open("2026-11-" + history, own)) {
            Map<String, Object> found = reproduced(one);
            assertThat(((Map<?, ?>) found.get("decisions")).get(kind)).isEqualTo(all(counted));
            eraseEverybody(one);
            reproduced(one);
        }
    }

    private static void eraseEverybody(ConfigurableApplicationContext application) {
        EventLog log = application.getBean(EventLog.class);
        SubjectKeys keys = application.getBean(SubjectKeys.class);
        for (long position = 0; position <= log.head(); ) {
            StoredCommit commit = log.read(position, 1).get(0);
            commit.events().stream()
                    .map(stored -> stored.event().stream())
                    .filter(stream -> stream != null && stream.matches(".*/(account|receipt)/.*"))
                    .forEach(keys::erase);
            position = commit.lastPosition() + 1;
        }
    }

    private static Map<String, Object> all(long counted) {
        return Map.of("counted", counted, "reproduced", counted, "notReproducible", Map.of());
    }

    private static Map<String, Object> reproduced(ConfigurableApplicationContext application) {
        Map<String, Object> found = reproduced(application.getBean(Reproducing.class));
        assertThat(found).as("%s", found).containsEntry("different", 0L);
        return found;
    }

    /** The same versions say something else: as if the code of a rule had changed without a new revision. */
    @Test
    void aDecisionThatComesOutOtherwiseIsListedWithItsPosition() {
        Past past = application.getBean(Past.class);
        PolicyReading<PublishedReviewPolicy> blind =
                blind(application.getBean(ReviewDecisions.class).reading());
        DecisionKind reviews = new ReviewDecisions(past, blind, application.getBean(BankCalendar.class));
        Map<String, Object> found =
                reproduced(new Reproducing(past, List.of(reviews), application.getBean(CaseStore.class)));
        assertThat((long) found.get("different")).isPositive();
        assertThat((List<?>) found.get("differences")).anySatisfy(difference -> {
            Map<?, ?> one = (Map<?, ?>) difference;
            assertThat(one.get("kind")).isEqualTo("review");
            assertThat((long) one.get("position")).isPositive();
            assertThat(one.get("differs").toString()).contains("/findings/0").contains("UNIT_PRICE_MISMATCH");
        });
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ofAPersonWhoWasErasedNothingIsClaimed() {
        SubjectKeys keys = application.getBean(SubjectKeys.class);
        assertThat(keys.find("minato/account/sato")).isPresent();
        keys.erase("minato/account/sato");
        reproduced(application);
    }

    private static Map<String, Object> reproduced(Reproducing reproducing) {
        return reproducing.run(new Cases(each -> {}), (done, of) -> {}).told();
    }

    private static PolicyReading<PublishedReviewPolicy> blind(PolicyReading<PublishedReviewPolicy> reading) {
        return new PolicyReading<>(reading.kind(), (version, tree, faults) -> {
            ((Map<?, ?>) ((Map<?, ?>) tree).get("rules")).remove("unit-price");
            return reading.reader().read(version, tree, faults);
        });
    }
}
