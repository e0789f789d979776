package io.seikyu.query.invoice;

import static io.seikyu.query.Samples.approved;
import static io.seikyu.query.Samples.corrected;
import static io.seikyu.query.Samples.found;
import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.paid;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.reviewed;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.Event;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.projection.Recorded;
import io.seikyu.query.TestLog;
import io.seikyu.query.invoice.InvoiceView.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvoiceProjectionTest {
    @Test
    void aWrongInvoiceIsDiscrepantWithItsFindings() {
        InvoiceView view = after(
                submitted("acme", "i1", 900), reviewed("acme", "i1", 1, Outcome.DISCREPANT, 1), found("acme", "i1", 1));

        assertThat(view.status()).isEqualTo(Status.DISCREPANT);
        assertThat(view.last().review().findings()).extracting(Finding::code).containsExactly("UNIT_PRICE_MISMATCH");
        assertThat(view.balance()).isZero();
    }

    @Test
    void aCorrectionKeepsTheVersionBeforeItWithItsFindings() {
        InvoiceView view = after(
                submitted("acme", "i1", 900),
                reviewed("acme", "i1", 1, Outcome.DISCREPANT, 1),
                found("acme", "i1", 1),
                corrected("acme", "i1", 2, 1_000));

        assertThat(view.status()).isEqualTo(Status.SUBMITTED);
        assertThat(view.versions()).hasSize(2);
        assertThat(view.versions().get(0).review().findings()).hasSize(1);
        assertThat(view.last().reason()).isEqualTo("wrong price");
        assertThat(view.last().by()).isEqualTo("key-1");
        assertThat(view.last().review()).isNull();
    }

    @Test
    void theBalanceBeginsWithTheIssueAndFallsWithEachPayment() {
        InvoiceView open =
                after(submitted("acme", "i1", 1_000), approved("acme", "i1", 1), issued("acme", "i1", 1_100));
        assertThat(open.balance()).isEqualByComparingTo("1100");
        assertThat(open.status()).isEqualTo(Status.ISSUED);

        InvoiceView partly = then(open, payment("acme", "i1", "r1", 100, 1_000));
        assertThat(partly.balance()).isEqualByComparingTo("1000");
        assertThat(partly.status()).isEqualTo(Status.PARTLY_PAID);

        InvoiceView whole = then(then(partly, payment("acme", "i1", "r2", 1_000, 0)), paid("acme", "i1"));
        assertThat(whole.balance()).isZero();
        assertThat(whole.status()).isEqualTo(Status.PAID);
        assertThat(whole.payments()).hasSize(2);
    }

    @Test
    void aRejectionKeepsItsReason() {
        InvoiceView view = after(submitted("acme", "i1", 900), new InvoiceRejected("acme", "i1", 1, "not ours"));

        assertThat(view.status()).isEqualTo(Status.REJECTED);
        assertThat(view.last().decision().approved()).isFalse();
        assertThat(view.last().decision().reason()).isEqualTo("not ours");
    }

    @Test
    void nothingIsOpenOnACancelledInvoice() {
        InvoiceView view = after(
                submitted("acme", "i1", 1_000),
                issued("acme", "i1", 1_100),
                new InvoiceCancelled("acme", "i1", "twice", "i2"));

        assertThat(view.status()).isEqualTo(Status.CANCELLED);
        assertThat(view.balance()).isZero();
        assertThat(view.cancellation().replacedBy()).isEqualTo("i2");
    }

    @Test
    void aSecondBeginningIsRefused() {
        assertThatThrownBy(() -> after(submitted("acme", "i1", 1), submitted("acme", "i1", 2)))
                .hasMessageContaining("second beginning");
    }

    private static InvoiceView after(Event... events) {
        InvoiceView view = null;
        for (Event event : events) {
            view = then(view, event);
        }
        return view;
    }

    private static InvoiceView then(InvoiceView view, Event event) {
        Recorded recorded = new Recorded("acme/invoice/i1", 0, TestLog.AT, Map.of("actor", "key-1"));
        return new InvoiceProjection().folds().apply(view, event, recorded);
    }
}
