package io.seikyu.command.creditnote;

import io.seikyu.command.contract.Contracts;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.review.Review;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import java.util.function.Function;

/** Gathers what the review of a credit note looks at, and makes it. */
public final class CreditNoteDesk {
    private final Function<InvoiceId, Original> invoices;
    private final Contracts contracts;
    private final CreditNotePolicy policy = new CreditNotePolicy();

    /** @param invoices as they stand; it refuses what is none */
    public CreditNoteDesk(Function<InvoiceId, Original> invoices, Contracts contracts) {
        this.invoices = invoices;
        this.contracts = contracts;
    }

    /** @throws Refusal when there is no such invoice, or the payer does not have it */
    public Original original(InvoiceId invoice) {
        Original original = invoices.apply(invoice);
        if (!original.issued()) {
            throw Refusal.conflict(
                    "invoice-not-issued",
                    "a credit note takes back what the payer has: correct or cancel an invoice that is not issued");
        }
        return original;
    }

    public Review review(CreditNoteDocument document, Original original, boolean numberTaken) {
        ContractId contract = new ContractId(original.id().tenant(), original.contractId());
        return policy.review(new CreditNoteFacts(
                document,
                original,
                contracts
                        .find(contract)
                        .flatMap(history -> history.inForceOn(original.day()))
                        .map(ContractTerms::rounding),
                numberTaken));
    }
}
