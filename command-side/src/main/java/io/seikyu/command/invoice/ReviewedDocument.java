package io.seikyu.command.invoice;

import io.seikyu.command.review.Payable;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an invoice keeps of a document, once the review has read it.
 *
 * @param version          of the document, from 1
 * @param number           as it is compared
 * @param writtenNumber    as its issuer writes it
 * @param numberGeneration which holding of the number is this invoice's, or null when another has it
 * @param taxes            the sums of each rate: no credit goes beyond them
 * @param payable          what the payer has to pay, yen
 * @param precedingInvoices those that it follows or replaces, by id or number
 * @param reservationId    of the credit that was kept free for it, or null
 * @param receivedOn       when the last of the goods or services was received, as far as the document says
 * @param prepaid          receipts whose money lowers what is payable
 */
public record ReviewedDocument(
        int version,
        InvoiceDocument.Kind kind,
        String accountId,
        String contractId,
        String number,
        String writtenNumber,
        Integer numberGeneration,
        LocalDate transactionFrom,
        LocalDate transactionTo,
        LocalDate issueDate,
        LocalDate dueDate,
        List<TaxTotal> taxes,
        BigDecimal total,
        BigDecimal payable,
        List<String> precedingInvoices,
        String reservationId,
        LocalDate receivedOn,
        List<PrepaidRef> prepaid) {

    static ReviewedDocument of(InvoiceDocument document, int version, Integer generation) {
        return new ReviewedDocument(
                version,
                document.kind(),
                document.accountId(),
                document.contractId(),
                InvoiceNumber.of(document.invoiceNumber()).value(),
                document.invoiceNumber().strip(),
                generation,
                document.transactionFrom(),
                document.transactionTo(),
                document.issueDate(),
                document.dueDate(),
                document.taxes(),
                document.total(),
                Payable.of(document),
                document.precedingInvoices(),
                document.reservationId(),
                document.receivedOn(),
                document.prepaidRefs().stream()
                        .filter(ref -> ref.receiptId() != null)
                        .toList());
    }

    boolean holds(InvoiceNumber other) {
        return numberGeneration != null && number.equals(other.value());
    }
}
