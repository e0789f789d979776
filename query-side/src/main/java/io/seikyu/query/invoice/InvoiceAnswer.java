package io.seikyu.query.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.query.invoice.AfterIssue.Charge;
import io.seikyu.query.invoice.AfterIssue.CreditNote;
import io.seikyu.query.invoice.AfterIssue.Dispute;
import io.seikyu.query.invoice.AfterIssue.Promise;
import io.seikyu.query.invoice.AfterIssue.Reminded;
import io.seikyu.query.invoice.AfterIssue.WriteOff;
import io.seikyu.query.invoice.InvoiceView.Cancellation;
import io.seikyu.query.invoice.InvoiceView.Decision;
import io.seikyu.query.invoice.InvoiceView.Delivery;
import io.seikyu.query.invoice.InvoiceView.Payment;
import io.seikyu.query.invoice.InvoiceView.Review;
import io.seikyu.query.invoice.InvoiceView.Status;
import io.seikyu.query.invoice.InvoiceView.Version;
import io.seikyu.query.invoice.Standing.HandBack;
import io.seikyu.query.invoice.Standing.OnPlan;
import io.seikyu.query.invoice.Standing.Subrogation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice: the document that counts, what the review found in it, what was paid, and every version.
 *
 * @param balance        what is still open, yen: nothing before the invoice is issued
 * @param claimedCharges interest and costs that were claimed beside it and are open, yen
 * @param accruedInterest interest on late payment as of today that was not claimed, yen; information that keeps no
 *                       invoice open; absent when no rate was agreed and none is announced
 * @param findings       of the document that counts
 * @param coverage       how much of it the agency bears the risk of
 * @param writeOffs      what of it was given up, in order
 * @param promises       the payer's promises to pay, in order
 * @param reminders      that reached the payer, as far as anybody knows, in order
 * @param disputed       whether an objection of the payer waits for a decision
 * @param delivered      whether it may be relied upon that the payer has it
 * @param deliveries     how it was sent to the payer, in order
 * @param limitation     until when the claim can be enforced; absent while there is none
 * @param handBack       since when the client company collects it by itself; absent while the agency does
 * @param subrogation    what the agency paid the client company for it; absent while it paid nothing
 * @param onPlan         whether it is paid in instalments
 * @param plan           the last instalment plan that it stood in; absent: none
 * @param replaces       the invoices that this one follows or replaces, by id or number
 * @param replacedBy     the invoice that took the place of this one after it was cancelled
 * @param versions       every document that was handed in, with its findings; the last one counts
 */
public record InvoiceAnswer(
        String invoiceId,
        String clientId,
        Status status,
        int version,
        boolean disputed,
        boolean delivered,
        boolean onPlan,
        BigDecimal balance,
        BigDecimal claimedCharges,
        @Nullable BigDecimal accruedInterest,
        @Nullable LocalDate issuedOn,
        @JsonUnwrapped InvoiceDocument document,
        List<Finding> findings,
        Coverage coverage,
        @Nullable Decision decision,
        List<Payment> payments,
        List<Charge> charges,
        List<CreditNote> creditNotes,
        List<WriteOff> writeOffs,
        List<Dispute> disputes,
        List<Promise> promises,
        List<Reminded> reminders,
        List<Delivery> deliveries,
        @Nullable LimitationAnswer limitation,
        @Nullable HandBack handBack,
        @Nullable Subrogation subrogation,
        @Nullable OnPlan plan,
        @Nullable Cancellation cancellation,
        List<VersionAnswer> versions,
        List<String> replaces,
        @Nullable String replacedBy) {

    /**
     * @param successor the invoice that names this one as preceding, if there is one
     * @param accrued   interest as of today, or null when its rate is not known
     */
    static InvoiceAnswer of(InvoiceView view, @Nullable String successor, @Nullable BigDecimal accrued) {
        Version last = view.last();
        return new InvoiceAnswer(
                view.invoiceId(),
                view.clientId(),
                view.status(),
                last.version(),
                view.disputed(),
                view.delivered(),
                view.after().standing().onPlan(),
                view.balance(),
                view.claimedCharges(),
                accrued,
                view.claim() == null ? null : view.claim().issuedOn(),
                last.document(),
                findings(last.review()),
                last.review() == null ? Coverage.UNSCREENED : last.review().coverage(),
                last.decision(),
                view.payments(),
                view.after().charges(),
                view.after().creditNotes(),
                view.after().writeOffs(),
                view.after().disputes(),
                view.after().promises(),
                view.after().reminders(),
                view.deliveries(),
                LimitationAnswer.of(view),
                view.after().standing().handBack(),
                view.after().standing().subrogation(),
                view.after().standing().plan(),
                view.cancellation(),
                VersionAnswer.of(view.versions()),
                last.document().precedingInvoices(),
                replacedBy(view.cancellation(), successor));
    }

    private static @Nullable String replacedBy(@Nullable Cancellation cancellation, @Nullable String successor) {
        if (cancellation == null) {
            return null;
        }
        return cancellation.replacedBy() == null ? successor : cancellation.replacedBy();
    }

    static List<Finding> findings(@Nullable Review review) {
        return review == null ? List.of() : review.findings();
    }
}
