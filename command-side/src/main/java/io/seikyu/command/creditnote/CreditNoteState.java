package io.seikyu.command.creditnote;

import io.seikyu.command.invoice.Credit;
import io.seikyu.command.invoice.InvoiceNumber;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteCorrected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.InvoiceId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a credit note has to know to decide. Nothing of it is personal data.
 *
 * @param accountId        the payer of the invoice
 * @param document         that was handed in last
 * @param numberGeneration which holding of the number is this note's, or null when another document has it
 * @param authors          who handed in the document or a correction of it; none of them may approve it
 */
public record CreditNoteState(
        String clientId,
        String creditNoteId,
        CreditNoteStatus status,
        String accountId,
        int version,
        CreditNoteDocument document,
        Integer numberGeneration,
        Set<String> authors) {

    static CreditNoteState of(CreditNoteSubmitted event, String actor) {
        CreditNoteState blank = new CreditNoteState(
                event.clientId(), event.creditNoteId(), null, event.accountId(), 0, null, null, Set.of());
        return blank.with(event.document(), 1, event.numberGeneration(), actor);
    }

    CreditNoteState with(CreditNoteCorrected event, String actor) {
        return with(event.document(), event.version(), event.numberGeneration(), actor);
    }

    private CreditNoteState with(CreditNoteDocument handedIn, int next, Integer generation, String actor) {
        Set<String> all = new LinkedHashSet<>(authors);
        if (actor != null) {
            all.add(actor);
        }
        return new CreditNoteState(
                clientId,
                creditNoteId,
                CreditNoteStatus.SUBMITTED,
                accountId,
                next,
                handedIn,
                generation,
                Set.copyOf(all));
    }

    CreditNoteState with(CreditNoteStatus next) {
        return new CreditNoteState(
                clientId, creditNoteId, next, accountId, version, document, numberGeneration, authors);
    }

    CreditNoteId id() {
        return new CreditNoteId(clientId, creditNoteId);
    }

    InvoiceId invoice() {
        return new InvoiceId(clientId, document.invoiceId());
    }

    AccountId payer() {
        return new AccountId(clientId, accountId);
    }

    InvoiceNumber number() {
        return InvoiceNumber.of(document.number());
    }

    Credit credit() {
        return new Credit(creditNoteId, document.number(), document.taxes(), document.total());
    }
}
