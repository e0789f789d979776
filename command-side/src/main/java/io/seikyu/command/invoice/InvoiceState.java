package io.seikyu.command.invoice;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRecovered;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.limitation.Limitation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an invoice has to know to decide. Nothing of it is personal data, so it may stand in a snapshot as it is.
 *
 * @param document  what counts of the document that was handed in last
 * @param authors   who handed in the document or a correction of it; none of them may approve it
 * @param balance   what is open, yen
 * @param autoIssue whether it is issued as soon as it is approved
 * @param after     what became of the claim after it was issued, besides payments
 * @param deliveries how often it was sent to its payer
 * @param coverage  how much of it the agency bears the risk of
 * @param settlement what was paid of it by which receipt, and what is claimed beside it
 */
public record InvoiceState(
        String clientId,
        String invoiceId,
        InvoiceStatus status,
        ReviewedDocument document,
        Set<String> authors,
        BigDecimal balance,
        boolean autoIssue,
        AfterIssue after,
        Deliveries deliveries,
        Coverage coverage,
        Settlement settlement) {

    static InvoiceState of(InvoiceSubmitted event, String actor) {
        InvoiceState blank = new InvoiceState(
                event.clientId(),
                event.invoiceId(),
                null,
                null,
                Set.of(),
                null,
                false,
                AfterIssue.NOTHING,
                Deliveries.NONE,
                Coverage.UNSCREENED,
                Settlement.NONE);
        return blank.with(event.document(), 1, event.numberGeneration(), actor);
    }

    InvoiceState with(InvoiceCorrected event, String actor) {
        return with(event.document(), event.version(), event.numberGeneration(), actor);
    }

    private InvoiceState with(InvoiceDocument handedIn, int version, Integer generation, String actor) {
        Set<String> all = new LinkedHashSet<>(authors);
        if (actor != null) {
            all.add(actor);
        }
        ReviewedDocument next = ReviewedDocument.of(handedIn, version, generation);
        return new InvoiceState(
                clientId,
                invoiceId,
                InvoiceStatus.SUBMITTED,
                next,
                Set.copyOf(all),
                next.payable(),
                autoIssue,
                after,
                deliveries,
                coverage,
                settlement);
    }

    InvoiceState with(InvoiceReviewed event) {
        InvoiceStatus next = switch (event.outcome()) {
            case APPROVED -> InvoiceStatus.SUBMITTED;
            case IN_REVIEW -> InvoiceStatus.IN_REVIEW;
            case DISCREPANT -> InvoiceStatus.DISCREPANT;
        };
        boolean wanted = Boolean.parseBoolean(event.facts().get("autoIssue"));
        return new InvoiceState(
                clientId, invoiceId, next, document, authors, balance, wanted, after, deliveries, coverage, settlement);
    }

    InvoiceState with(PaymentReceived event) {
        return with(settlement.with(event)).with(InvoiceStatus.PARTLY_PAID, event.balance());
    }

    InvoiceState with(InvoiceDeducted event) {
        return with(settlement.with(event)).with(InvoiceStatus.PARTLY_PAID, event.balance());
    }

    InvoiceState with(InvoiceRecovered event) {
        return with(after.with(new WriteOffs(event.left()))).with(settlement.with(event));
    }

    InvoiceState with(PaymentUndone event) {
        Settlement rest = settlement.without(event);
        WriteOffs again = new WriteOffs(after.writeOffs().amount().add(event.recovered()));
        return with(after.with(again)).with(rest).with(statusAfter(event, rest), event.balance());
    }

    private InvoiceStatus statusAfter(PaymentUndone event, Settlement rest) {
        if (event.balance().signum() == 0) {
            return status;
        }
        return rest.touchesPrincipal() ? InvoiceStatus.PARTLY_PAID : InvoiceStatus.ISSUED;
    }

    InvoiceState with(InvoiceCredited event) {
        AfterIssue credited = after.with(after.credits().and(event.taxes()));
        return with(credited.with(after.writeOffs().less(event, balance))).with(status, event.balance());
    }

    InvoiceState with(InvoiceWrittenOff event) {
        InvoiceStatus next = event.balance().signum() == 0 ? InvoiceStatus.WRITTEN_OFF : status;
        return with(after.with(after.writeOffs().and(event))).with(next, event.balance());
    }

    InvoiceState with(InvoiceStatus next) {
        return with(next, balance);
    }

    InvoiceState with(InvoiceStatus next, BigDecimal open) {
        return new InvoiceState(
                clientId, invoiceId, next, document, authors, open, autoIssue, after, deliveries, coverage, settlement);
    }

    InvoiceState with(Deliveries next) {
        return new InvoiceState(
                clientId, invoiceId, status, document, authors, balance, autoIssue, after, next, coverage, settlement);
    }

    InvoiceState with(AfterIssue next) {
        return new InvoiceState(
                clientId,
                invoiceId,
                status,
                document,
                authors,
                balance,
                autoIssue,
                next,
                deliveries,
                coverage,
                settlement);
    }

    InvoiceState with(Reminding next) {
        return with(after.with(next));
    }

    InvoiceState with(Standing next) {
        return with(after.with(next));
    }

    InvoiceState with(Coverage next) {
        return new InvoiceState(
                clientId,
                invoiceId,
                status,
                document,
                authors,
                balance,
                autoIssue,
                after,
                deliveries,
                next,
                settlement);
    }

    InvoiceState with(Settlement next) {
        return new InvoiceState(
                clientId, invoiceId, status, document, authors, balance, autoIssue, after, deliveries, coverage, next);
    }

    /** What of the principal is disputed, yen. */
    public BigDecimal disputed() {
        return after.disputes().disputed(balance);
    }

    /** Whether somebody may have been asked to see to it that it is not barred: whatever happens moves that end away. */
    public boolean mayBeBarredSoon(LocalDate today) {
        return document.dueDate()
                .plusYears(Limitation.YEARS)
                .minus(Limiting.WARNED_BEFORE)
                .isBefore(today);
    }

    /** What the payer may be asked for, with the charges that were claimed beside it, yen. */
    public BigDecimal claimable() {
        BigDecimal principal = balance.subtract(disputed());
        return principal.signum() == 0 ? principal : principal.add(settlement.claimed());
    }

    /** Whether more was conceded to the payer than was given back yet. */
    public boolean creditNoteDue() {
        return after.disputes().conceded().compareTo(after.credits().total()) > 0;
    }

    /** By when the payer promised to pay, as long as that is not judged; or null. */
    public LocalDate promisedFor() {
        return after.promise() == null ? null : after.promise().lastDay();
    }

    public InvoiceId id() {
        return new InvoiceId(clientId, invoiceId);
    }

    public AccountId payer() {
        return new AccountId(clientId, document.accountId());
    }

    int version() {
        return document.version();
    }
}
