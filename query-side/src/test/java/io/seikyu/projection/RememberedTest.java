package io.seikyu.projection;

import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.stream;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.query.TestLog;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimViewStore;
import io.seikyu.web.access.TenantScope;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is gone through in memory is what the store finds. */
class RememberedTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 30);
    private static final List<TenantScope> SCOPES =
            List.of(TenantScope.all(), TenantScope.of("acme"), TenantScope.of(Set.of("acme", "zen")));

    @Test
    void claimsAreTheSameInMemoryAndInTheStoreAlsoWhenMoreIsWritten(@TempDir Path directory) {
        try (TestLog log = TestLog.in(directory);
                TestMongo one = TestMongo.fresh();
                TestMongo other = TestMongo.fresh();
                Projections alone =
                        Node.start("a", log, one.database(), ProjectionSettings.alone(), new ClaimProjection());
                Projections shared = Node.start(
                        "b", log, other.database(), new ProjectionSettings(1, 1, true), new ClaimProjection())) {
            for (int round = 0; round < 3; round++) {
                write(log, round);
                same(log, alone, shared);
            }
            assertThat(found(alone, TenantScope.of("acme"), ClaimViewStore.openAfter(FIRST.plusDays(30), null, null)))
                    .isNotEmpty();
            assertThat(found(
                            alone,
                            TenantScope.of("zen"),
                            ClaimViewStore.overSince(FIRST.minusDays(30), TestLog.AT.plus(Duration.ofDays(60)))))
                    .isNotEmpty();
        }
    }

    @Test
    void whatWasOverAtAMomentIsFoundThoughItIsOpenAgain(@TempDir Path directory) {
        try (TestLog log = TestLog.in(directory);
                TestMongo mongo = TestMongo.fresh();
                Projections projections = Node.start(
                        "a", log, mongo.database(), new ProjectionSettings(1, 1, true), new ClaimProjection())) {
            Instant undone = TestLog.AT.plus(Duration.ofDays(20));
            for (String id : List.of("undone", "open")) {
                log.append(TestLog.AT, stream("acme", "invoice", id), submitted("acme", id, 1_000));
                log.append(TestLog.AT, stream("acme", "invoice", id), issued("acme", id, 1_100));
            }
            log.append(TestLog.AT, stream("acme", "invoice", "undone"), payment("acme", "undone", "r", 1_100, 0));
            log.append(undone, stream("acme", "invoice", "undone"), undone("undone", "r", 1_100));
            assertThat(projections.of(ClaimProjection.class).await(log.log().head(), Duration.ofSeconds(60)))
                    .isTrue();

            assertThat(found(projections, TenantScope.all(), ClaimViewStore.overSince(FIRST, undone.minusSeconds(1))))
                    .singleElement()
                    .asString()
                    .startsWith("acmeundone");
            assertThat(found(projections, TenantScope.all(), ClaimViewStore.overSince(FIRST, undone.plusSeconds(1))))
                    .isEmpty();
        }
    }

    private static PaymentUndone undone(String invoice, String receipt, long amount) {
        return new PaymentUndone(
                "acme",
                invoice,
                receipt,
                BigDecimal.valueOf(amount),
                BigDecimal.ZERO,
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.valueOf(amount),
                "of another payer");
    }

    /** Some are only submitted, some open, some paid in part, some over, at different days and moments. */
    private static void write(TestLog log, int round) {
        for (String client : List.of("acme", "zen")) {
            for (int i = 0; i < 12; i++) {
                String id = "i" + i;
                Instant at = TestLog.AT.plus(Duration.ofDays(10L * round + i));
                if (round == 0) {
                    log.append(at, stream(client, "invoice", id), submitted(client, id, 1_000));
                    if (i > 2) {
                        log.append(at, stream(client, "invoice", id), issued(client, id, 1_100));
                    }
                } else if (i > 5) {
                    int paid = i > 8 && round == 2 ? 1_000 : 50;
                    int left = 1_100 - (round == 2 ? 100 : 0) - paid;
                    log.append(at, stream(client, "invoice", id), payment(client, id, "r" + round, paid, left));
                    if (i == 11 && round == 2) {
                        log.append(at, stream(client, "invoice", id), payment(client, id, "rest", 50, 0));
                    }
                }
            }
        }
    }

    private static void same(TestLog log, Projections alone, Projections shared) {
        for (Projections each : List.of(alone, shared)) {
            assertThat(each.of(ClaimProjection.class).await(log.log().head(), Duration.ofSeconds(60)))
                    .isTrue();
        }
        for (TenantScope scope : SCOPES) {
            for (int day = -5; day < 60; day += 5) {
                LocalDate asOf = FIRST.plusDays(day);
                for (Instant knownAt : new Instant[] {null, TestLog.AT, TestLog.AT.plus(Duration.ofDays(day))}) {
                    Which<ClaimView> open = ClaimViewStore.openAfter(asOf, knownAt, null);
                    assertThat(found(alone, scope, open)).isEqualTo(found(shared, scope, open));
                }
                Which<ClaimView> over = ClaimViewStore.overSince(asOf, TestLog.AT.plus(Duration.ofDays(day)));
                assertThat(found(alone, scope, over)).isEqualTo(found(shared, scope, over));
            }
        }
    }

    private static Set<String> found(Projections projections, TenantScope scope, Which<ClaimView> which) {
        List<String> found = new ArrayList<>();
        projections
                .of(ClaimProjection.class)
                .views()
                .forEach(scope, which, claim -> found.add(claim.clientId() + claim.invoiceId() + claim.moves()));
        assertThat(found).doesNotHaveDuplicates();
        return new TreeSet<>(found);
    }

    @Test
    void moreThanFitAreNotRemembered() {
        Remembered<String> remembered = new Remembered<>(2);
        remembered.complete(read -> List.of("a/x/1", "a/x/2").forEach(id -> read.accept(id, id)));
        assertThat(remembered.isTooMuch()).isFalse();
        remembered.written("b/x/3", "3");
        assertThat(remembered.isTooMuch()).isTrue();
    }

    @Test
    void whatWasWrittenCountsMoreThanWhatWasRead() {
        Remembered<String> remembered = new Remembered<>(10);
        remembered.written("a/x/1", "new");
        remembered.written("a/x/2", null);
        remembered.complete(read -> List.of("a/x/1", "a/x/2", "a/x/3").forEach(id -> read.accept(id, "old")));
        List<String> all = new ArrayList<>();
        remembered.forEach(TenantScope.of("a"), view -> true, (stream, view) -> all.add(view));
        assertThat(all).containsExactlyInAnyOrder("new", "old");
    }
}
