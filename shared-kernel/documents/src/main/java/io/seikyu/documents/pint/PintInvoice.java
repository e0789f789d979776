package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;

/**
 * An invoice as a JP PINT file states it, before it is known who its payer is here and under which contract it falls.
 *
 * @param contractId the contract the file refers to; may be absent
 * @param net        the document, with amounts and prices without tax, as they stand in the file
 * @param gross      the same with tax in amounts and prices
 */
public record PintInvoice(
        PintParty seller, PintParty buyer, String contractId, InvoiceDocument net, InvoiceDocument gross) {

    /**
     * The document to submit.
     *
     * @param pricesIncludeTax as the contract says
     */
    public InvoiceDocument document(String accountId, String contractId, boolean pricesIncludeTax) {
        InvoiceDocument of = pricesIncludeTax ? gross : net;
        return new InvoiceDocument(
                of.invoiceNumber(),
                accountId,
                contractId,
                of.kind(),
                of.transactionFrom(),
                of.transactionTo(),
                of.issueDate(),
                of.dueDate(),
                of.issuer(),
                of.recipient(),
                of.lines(),
                of.adjustments(),
                of.taxes(),
                of.total(),
                of.prepaidRefs(),
                of.withholding(),
                of.payable(),
                of.precedingInvoices(),
                of.reservationId());
    }
}
