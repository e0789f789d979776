package io.seikyu.command.creditnote;

import io.seikyu.command.contract.Contracts;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.review.Review;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;

/** Gathers what the review of a credit note looks at, and makes it. */
public final class CreditNoteDesk {
    private final CreditedInvoices invoices;
    private final Contracts contracts;
    private final CreditNotePolicy policy = new CreditNotePolicy();

    public CreditNoteDesk(CreditedInvoices invoices, Contracts contracts) {
        this.invoices = invoices;
        this.contracts = contracts;
    }

    /** @throws Refusal when there is no such invoice, or the payer does not have it */
    Original original(InvoiceId invoice) {
        Original original = invoices.get(invoice);
        if (!original.issued()) {
            throw Refusal.conflict(
                    "invoice-not-issued",
                    "a credit note takes back what the payer has: correct or cancel an invoice that is not issued");
        }
        return original;
    }

    Review review(CreditNoteDocument document, Original original, boolean numberTaken) {
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
