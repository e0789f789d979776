package io.seikyu.query.claim;

import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.Event;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePutOnPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceTakenOffPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.PromiseOutcome;
import io.seikyu.contract.invoice.WriteOffGround;
import io.seikyu.contract.plan.PlanEnd;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.projection.Recorded;
import io.seikyu.query.claim.Said.Promised;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimProjectionTest {
    private static final LocalDate PAID_ON = LocalDate.of(2026, 5, 20);
    private static final Instant BEGIN = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void nothingIsClaimedBeforeTheIssue() {
        ClaimView view = after(submitted("acme", "i1", 1_000));

        assertThat(view.moves()).isEmpty();
        assertThat(lastDay(view)).isNull();
    }

    @Test
    void eachMoveIsOfItsOwnDay() {
        ClaimView view = after(
                submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100), payment("acme", "i1", "r1", 100, 1_000));

        assertThat(open(view, LocalDate.of(2026, 4, 30))).isEqualTo(0);
        assertThat(open(view, LocalDate.of(2026, 5, 1))).isEqualTo(1_100);
        assertThat(open(view, PAID_ON.minusDays(1))).isEqualTo(1_100);
        assertThat(open(view, PAID_ON)).isEqualTo(1_000);
        assertThat(lastDay(view)).isEqualTo(ClaimProjection.OPEN);
    }

    @Test
    void whatCameInBeforeTheIssueCountsOnItsDay() {
        ClaimView view = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                new PaymentReceived(
                        "acme",
                        "i1",
                        "r1",
                        LocalDate.of(2026, 4, 2),
                        BigDecimal.valueOf(100),
                        BigDecimal.valueOf(1_000)));

        assertThat(open(view, LocalDate.of(2026, 4, 30))).isEqualTo(0);
        assertThat(open(view, LocalDate.of(2026, 5, 1))).isEqualTo(1_000);
        assertThat(view.moves().get(1).bookedOn()).isEqualTo(LocalDate.of(2026, 4, 2));
    }

    @Test
    void whatWasKnownAtAMomentLeavesOutWhatBecameKnownLater() {
        ClaimView view = after(
                submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100), payment("acme", "i1", "r1", 1_100, 0));

        assertThat(view.balance(PAID_ON, at(1))).isEqualByComparingTo("1100");
        assertThat(view.balance(PAID_ON, at(2))).isZero();
    }

    @Test
    void anUndonePaymentWasNeverMadeOnceThatIsKnown() {
        ClaimView view = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                payment("acme", "i1", "r1", 1_000, 100),
                new InvoiceDeducted(
                        "acme",
                        "i1",
                        "r1",
                        PAID_ON,
                        Deduction.Kind.TRANSFER_FEE,
                        BigDecimal.valueOf(100),
                        BigDecimal.ZERO),
                undone("r1", 1_000, 100, 1_100));

        assertThat(view.balance(PAID_ON, at(3))).isZero();
        assertThat(view.balance(PAID_ON, at(4))).isEqualByComparingTo("1100");
        assertThat(open(view, PAID_ON)).isEqualTo(1_100);
    }

    @Test
    void aReceiptThatPaysAgainAfterItWasUndoneCountsOnce() {
        ClaimView view = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                payment("acme", "i1", "r1", 300, 800),
                undone("r1", 300, 0, 1_100),
                payment("acme", "i1", "r1", 500, 600),
                undone("r1", 500, 0, 1_100));

        assertThat(view.balance()).isEqualByComparingTo("1100");
        assertThat(open(view, PAID_ON)).isEqualTo(1_100);
    }

    @Test
    void whatWasSetOffAtIssueIsOpenFromTheIssueWhenItIsUndone() {
        ClaimView view = after(submitted("acme", "i1", 1_000), issued("acme", "i1", 600), undone("r1", 500, 0, 1_100));

        assertThat(open(view, LocalDate.of(2026, 5, 1))).isEqualTo(1_100);
    }

    @Test
    void creditWriteOffAndCancellationEndIt() {
        ClaimView credited = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                payment("acme", "i1", "r1", 600, 500),
                new InvoiceCredited(
                        "acme",
                        "i1",
                        "cn1",
                        "CN-1",
                        List.of(),
                        BigDecimal.valueOf(800),
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(300)));
        ClaimView writtenOff = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                new InvoiceWrittenOff(
                        "acme",
                        "i1",
                        "ap1",
                        WriteOffGround.values()[0],
                        LocalDate.of(2026, 9, 30),
                        BigDecimal.valueOf(1_100),
                        BigDecimal.ZERO));
        ClaimView cancelled = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                new InvoiceCancelled("acme", "i1", "wrong", null));

        assertThat(credited.balance()).isZero();
        assertThat(open(writtenOff, LocalDate.of(2026, 9, 29))).isEqualTo(1_100);
        assertThat(lastDay(writtenOff)).isEqualTo("2026-09-30");
        assertThat(cancelled.balance()).isZero();
    }

    @Test
    void whatWasSaidCountsFromWhenItIsKnownUntilItIsOver() {
        ClaimView view = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                new PaymentPromised("acme", "i1", "a1", "p1", BigDecimal.TEN, PAID_ON, PAID_ON),
                new InvoiceDisputed("acme", "i1", "a1", "d1", "wrong", BigDecimal.ONE),
                new PromiseSettled("acme", "i1", "a1", "p1", PromiseOutcome.BROKEN, BigDecimal.TEN),
                new DisputeResolved("acme", "i1", "a1", "d1", DisputeOutcome.REJECTED, BigDecimal.ZERO, "no"),
                new InvoicePutOnPlan("acme", "i1", "a1", "plan", false),
                new InvoiceTakenOffPlan("acme", "i1", "a1", "plan", PlanEnd.CANCELLED));
        Said said = view.said();

        assertThat(said.promises(at(1))).isEmpty();
        assertThat(said.promises(at(3))).extracting(Promised::payOn).containsExactly(PAID_ON);
        assertThat(said.promises(at(4))).isEmpty();
        assertThat(said.promises(null)).isEmpty();
        assertThat(said.disputes(at(2))).isEmpty();
        assertThat(said.disputes(at(4))).hasSize(1);
        assertThat(said.disputes(null)).isEmpty();
        assertThat(said.plan(at(5))).isEmpty();
        assertThat(said.plan(at(6))).contains("plan");
        assertThat(said.plan(null)).isEmpty();
    }

    private static PaymentUndone undone(String receipt, long amount, long deducted, long balance) {
        return new PaymentUndone(
                "acme",
                "i1",
                receipt,
                BigDecimal.valueOf(amount),
                BigDecimal.valueOf(deducted),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.valueOf(balance),
                "not for this one");
    }

    private static long open(ClaimView view, LocalDate asOf) {
        return view.balance(asOf, null).longValueExact();
    }

    private static Object lastDay(ClaimView view) {
        return new ClaimProjection().search(view).get(ClaimProjection.LAST_DAY);
    }

    private static Instant at(int position) {
        return BEGIN.plusSeconds(position);
    }

    /** The event of position n is known n seconds after the first. */
    private static ClaimView after(Event... events) {
        ClaimView view = null;
        for (int i = 0; i < events.length; i++) {
            view = new ClaimProjection()
                    .folds()
                    .apply(view, events[i], new Recorded("acme/invoice/i1", i, at(i), Map.of()));
        }
        return view;
    }
}
