package io.seikyu.query.ageing;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.claim.OpenItem;
import io.seikyu.query.claim.Said;
import io.seikyu.query.claim.Said.Disputed;
import io.seikyu.query.claim.Said.PlanMark;
import io.seikyu.query.claim.SampleClaim;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeingTest {
    private static final LocalDate DUE = LocalDate.of(2026, 5, 31);

    @ParameterizedTest
    @CsvSource({
        "-10, 5, 0, 0, 0, 0",
        "0,   5, 0, 0, 0, 0",
        "1,   0, 5, 0, 0, 0",
        "30,  0, 5, 0, 0, 0",
        "31,  0, 0, 5, 0, 0",
        "60,  0, 0, 5, 0, 0",
        "61,  0, 0, 0, 5, 0",
        "90,  0, 0, 0, 5, 0",
        "91,  0, 0, 0, 0, 5",
    })
    void anAmountStandsInTheBucketOfItsDaysLate(int days, int notDue, int d30, int d60, int d90, int over) {
        Ageing ageing = new Ageing(DUE.plusDays(days), null, false);
        ageing.add(claim("a1", "i1", 5));

        Buckets total = ageing.answer().total();

        assertThat(List.of(total.notDue(), total.d1to30(), total.d31to60(), total.d61to90(), total.over90()))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(notDue, d30, d60, d90, over);
        assertThat(total.total()).isEqualByComparingTo("5");
    }

    @Test
    void eachPayerHasARowAndTheTotalIsTheirSum() {
        Ageing ageing = new Ageing(DUE, null, false);
        ageing.add(claim("b", "i2", 7));
        ageing.add(claim("a", "i1", 5));
        ageing.add(claim("b", "i3", 1));

        Ageing.Answer answer = ageing.answer();

        assertThat(answer.accounts()).extracting(Ageing.Row::accountId).containsExactly("a", "b");
        assertThat(answer.accounts().get(1).open().total()).isEqualByComparingTo("8");
        assertThat(answer.total().total()).isEqualByComparingTo("13");
        assertThat(answer.invoices()).isNull();
    }

    @Test
    void whatWasNotOpenThenIsNotTold() {
        Ageing ageing = new Ageing(LocalDate.of(2026, 4, 30), null, true);
        ageing.add(claim("a", "i1", 5));

        assertThat(ageing.answer().accounts()).isEmpty();
        assertThat(ageing.answer().invoices()).isEmpty();
    }

    @Test
    void whatIsPaidInInstalmentsKeepsItsDueDateAndIsMarked() {
        Ageing now = new Ageing(LocalDate.of(2026, 7, 31), null, true);
        Ageing before = new Ageing(LocalDate.of(2026, 7, 31), Instant.EPOCH, true);
        ClaimView claim = claim("a", "i1", 5);
        ClaimView planned = new ClaimView(
                "acme",
                "i1",
                "a",
                "N-i1",
                claim.issuedOn(),
                claim.dueDate(),
                claim.moves(),
                new Said(List.of(new PlanMark(Instant.EPOCH.plusSeconds(1), "p", true)), List.of(), List.of()));
        now.add(planned);
        before.add(planned);

        assertThat(now.answer().invoices()).singleElement().satisfies(item -> {
            assertThat(item.onPlan()).isTrue();
            assertThat(item.dueDate()).isEqualTo(DUE);
        });
        assertThat(before.answer().invoices().get(0).onPlan()).isFalse();
    }

    /** Disputed and put on a plan in June, both over in July. */
    @Test
    void whatWasSaidOfAnInvoiceIsToldAsOnThatDay() {
        Instant june = SampleClaim.known(LocalDate.of(2026, 6, 10));
        Instant july = SampleClaim.known(LocalDate.of(2026, 7, 10));
        ClaimView claim = claim("a", "i1", 5);
        ClaimView said = new ClaimView(
                "acme",
                "i1",
                "a",
                "N-i1",
                claim.issuedOn(),
                claim.dueDate(),
                claim.moves(),
                new Said(
                        List.of(new PlanMark(june, "p", true), new PlanMark(july, "p", false)),
                        List.of(),
                        List.of(new Disputed("d", BigDecimal.ONE, june, july))));

        assertThat(said(said, LocalDate.of(2026, 6, 9), null)).containsExactly(false, false);
        assertThat(said(said, LocalDate.of(2026, 6, 30), null)).containsExactly(true, true);
        assertThat(said(said, LocalDate.of(2026, 7, 31), null)).containsExactly(false, false);
        assertThat(said(said, LocalDate.of(2026, 7, 31), june))
                .as("as known then")
                .containsExactly(true, true);
        assertThat(said(said, LocalDate.of(2026, 6, 9), july)).containsExactly(false, false);
    }

    private static List<Boolean> said(ClaimView claim, LocalDate asOf, @Nullable Instant knownAt) {
        OpenItem item = OpenItem.of(claim, asOf, knownAt).orElseThrow();
        return List.of(item.onPlan(), item.disputed());
    }

    private static ClaimView claim(String account, String invoice, int amount) {
        LocalDate issued = LocalDate.of(2026, 5, 1);
        return new ClaimView(
                "acme",
                invoice,
                account,
                "N-" + invoice,
                issued,
                DUE,
                List.of(new Move(Kind.ISSUED, issued, Instant.EPOCH, BigDecimal.valueOf(amount), null, issued)),
                Said.NOTHING);
    }
}
