package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.eventlog.MovableClock;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.web.reading.Shown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All cases of a job are there once, in their order, for a time. */
@Timeout(60)
class CaseStoreIT {
    private static final String JOB = "job-1";

    private final TestMongo mongo = TestMongo.fresh();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T00:00:00Z"));
    private final CaseStore store = new CaseStore(mongo.database(), clock);

    @AfterEach
    void drop() {
        mongo.close();
    }

    @Test
    void allAreFoundInTheirOrderPageByPage() {
        store.keeping("job-0", cases -> find(cases, 3, "another's"));
        Map<String, Object> told = store.keeping(JOB, cases -> find(cases, 1234, "mine"));
        store.keeping("job-10", cases -> find(cases, 3, "another's"));

        assertThat(told).containsEntry("count", 1234L).containsEntry("allCases", "/v1/what-if/job-1/cases");
        assertThat(all(JOB)).hasSize(1234).allMatch(one -> one.get("whose").equals("mine"));
        assertThat(all(JOB).stream().map(one -> one.get("number")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1234).boxed().toList());
        assertThat(store.find(JOB, 1233, 10).orElseThrow())
                .containsExactly(Map.of("number", 1234, "whose", "mine", "amount", "0.10"));
        assertThat(store.find("job-2", 0, 10)).isEmpty();
    }

    @Test
    void aJobWithoutCasesIsNotOneWhoseCasesAreGone() {
        store.keeping(JOB, cases -> find(cases, 0, "nobody's"));
        assertThat(store.find(JOB, 0, 10)).hasValue(List.of());
    }

    @Test
    void whatBreaksOffLeavesNothing() {
        assertThatThrownBy(() -> store.keeping(JOB, cases -> {
                    find(cases, 700, "stopped");
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(store.find(JOB, 0, 10)).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void whatAKilledProcessLeftIsNotThereTwice() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        Thread killed = new Thread(() -> store.keeping(JOB, cases -> {
            find(cases, 700, "killed");
            written.countDown();
            return never();
        }));
        killed.setDaemon(true);
        killed.start();
        written.await();
        assertThat(stored()).isPositive();
        assertThat(store.find(JOB, 0, 10)).as("before it is done").isEmpty();

        CaseStore restarted = new CaseStore(mongo.database(), clock);
        restarted.keeping(JOB, cases -> find(cases, 800, "again"));
        restarted.keeping(JOB, cases -> find(cases, 900, "and again"));

        assertThat(all(JOB)).hasSize(900).allMatch(one -> one.get("whose").equals("and again"));
        assertThat(stored()).isEqualTo(900);
    }

    @Test
    void ofTwoProcessesThatDoTheSameJobOneHasAllOfItsCases() {
        store.keeping(JOB, cases -> {
            find(cases, 700, "slow");
            new CaseStore(mongo.database(), clock).keeping(JOB, others -> find(others, 800, "quick"));
            return find(cases, 100, "slow");
        });
        assertThat(all(JOB)).hasSize(800).allMatch(one -> one.get("whose").equals("quick"));
        assertThat(stored()).isEqualTo(800);
    }

    @Test
    void whatIsOlderThanThirtyDaysIsRemoved() {
        store.keeping(JOB, cases -> find(cases, 700, "old"));
        clock.move(Duration.ofDays(30));
        store.keeping("job-2", cases -> find(cases, 3, "new"));
        assertThat(all(JOB)).hasSize(700);

        clock.move(Duration.ofMillis(1));
        assertThat(store.find(JOB, 0, 10)).isEmpty();
        assertThat(stored()).isEqualTo(3);
        assertThat(all("job-2")).hasSize(3);
    }

    /** What a case tells stands in these, or would. */
    @Test
    void nothingOfACaseIsPersonal() {
        assertThat(Stream.of(
                                InvoiceReviewed.class,
                                DiscrepancyFound.class,
                                CoverageDecided.class,
                                CreditScreened.class,
                                ContactPlanned.class,
                                ReminderPlanned.class,
                                ReminderSuppressed.class,
                                SuppressionLifted.class)
                        .map(EventCatalogue::of))
                .noneMatch(Shown::mayBePersonal);
    }

    private static Map<String, Object> find(Cases cases, int count, String whose) {
        for (int i = 0; i < count; i++) {
            cases.add(Map.of("whose", whose, "amount", new BigDecimal("0.10")));
        }
        return Map.of("count", cases.count());
    }

    private List<Map<String, Object>> all(String job) {
        List<Map<String, Object>> all = new ArrayList<>();
        List<Map<String, Object>> page;
        do {
            page = store.find(job, all.size(), 500).orElseThrow();
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private long stored() {
        return mongo.database().getCollection("what_if_cases").countDocuments();
    }

    private static <T> T never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("nobody waits");
    }
}
