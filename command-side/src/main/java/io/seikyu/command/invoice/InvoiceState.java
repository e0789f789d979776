package io.seikyu.command.invoice;

import io.seikyu.command.review.Payable;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an invoice has to know to decide. Nothing of it is personal data, so it may stand in a snapshot as it is.
 *
 * @param version          of the document, from 1
 * @param number           as it is compared
 * @param numberGeneration which holding of the number is this invoice's, or null when another has it
 * @param authors          who handed in the document or a correction of it; none of them may approve it
 * @param payable          what the payer has to pay
 * @param balance          what of it is open
 * @param autoIssue        whether it is issued as soon as it is approved
 */
public record InvoiceState(
        String clientId,
        String invoiceId,
        InvoiceStatus status,
        int version,
        String accountId,
        String number,
        Integer numberGeneration,
        Set<String> authors,
        LocalDate dueDate,
        BigDecimal payable,
        BigDecimal balance,
        boolean autoIssue) {

    static InvoiceState of(InvoiceSubmitted event, String actor) {
        InvoiceState blank = new InvoiceState(
                event.clientId(), event.invoiceId(), null, 1, null, null, null, Set.of(), null, null, null, false);
        return blank.with(event.document(), 1, event.numberGeneration(), actor);
    }

    InvoiceState with(InvoiceCorrected event, String actor) {
        return with(event.document(), event.version(), event.numberGeneration(), actor);
    }

    private InvoiceState with(InvoiceDocument document, int newVersion, Integer generation, String actor) {
        Set<String> all = new LinkedHashSet<>(authors);
        if (actor != null) {
            all.add(actor);
        }
        BigDecimal amount = Payable.of(document);
        return new InvoiceState(
                clientId,
                invoiceId,
                InvoiceStatus.SUBMITTED,
                newVersion,
                document.accountId(),
                InvoiceNumber.of(document.invoiceNumber()).value(),
                generation,
                all,
                document.dueDate(),
                amount,
                amount,
                autoIssue);
    }

    InvoiceState with(InvoiceReviewed event) {
        InvoiceStatus next = switch (event.outcome()) {
            case APPROVED -> InvoiceStatus.SUBMITTED;
            case IN_REVIEW -> InvoiceStatus.IN_REVIEW;
            case DISCREPANT -> InvoiceStatus.DISCREPANT;
        };
        return with(next, balance, Boolean.parseBoolean(event.facts().get("autoIssue")));
    }

    InvoiceState with(PaymentReceived event) {
        return with(InvoiceStatus.PARTLY_PAID, event.balance(), autoIssue);
    }

    InvoiceState with(InvoiceStatus next) {
        return with(next, balance, autoIssue);
    }

    private InvoiceState with(InvoiceStatus next, BigDecimal open, boolean issueAtOnce) {
        return new InvoiceState(
                clientId,
                invoiceId,
                next,
                version,
                accountId,
                number,
                numberGeneration,
                authors,
                dueDate,
                payable,
                open,
                issueAtOnce);
    }

    InvoiceId id() {
        return new InvoiceId(clientId, invoiceId);
    }

    boolean holds(InvoiceNumber other) {
        return numberGeneration != null && number.equals(other.value());
    }
}
