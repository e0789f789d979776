package io.seikyu.contract.account;

import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a payer's account remembers of an invoice, for the review of the next ones. It names nobody.
 *
 * @param contentDigest SHA-256 over what is claimed, whatever the number and the dates of issue, hexadecimal
 * @param services      what was billed for which days
 * @param accepted      whether the review or a person approved it
 */
public record EnteredInvoice(
        String invoiceId,
        String contractId,
        Kind kind,
        LocalDate transactionFrom,
        LocalDate transactionTo,
        BigDecimal total,
        String contentDigest,
        List<Service> services,
        List<PrepaidRef> prepaidRefs,
        boolean accepted) {

    public EnteredInvoice asAccepted() {
        return new EnteredInvoice(
                invoiceId,
                contractId,
                kind,
                transactionFrom,
                transactionTo,
                total,
                contentDigest,
                services,
                prepaidRefs,
                true);
    }

    /** An item of a contract, from the first to the last day that it was billed for. */
    public record Service(String contractId, String code, LocalDate from, LocalDate to) {
        /** Whether the same item is billed for a day of both. */
        public boolean overlaps(Service other) {
            return code.equals(other.code)
                    && contractId.equals(other.contractId)
                    && !to.isBefore(other.from)
                    && !other.to.isBefore(from);
        }
    }
}
