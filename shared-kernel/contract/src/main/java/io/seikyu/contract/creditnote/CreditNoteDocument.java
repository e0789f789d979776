package io.seikyu.contract.creditnote;

import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A credit note (返還インボイス, 適格返還請求書) as it was handed in. Issuer, recipient and the date of the original
 * transaction are those of the invoice it refers to. Amounts are yen that are given back, above zero, gross where the
 * invoice's are.
 *
 * @param number     in the same series as invoice numbers
 * @param returnDate the day of the return or of the allowance (返還の日)
 * @param reason     why something is given back
 * @param taxes      the sums of each rate
 * @param excess     what becomes of what was paid already
 */
public record CreditNoteDocument(
        String invoiceId,
        String number,
        LocalDate issueDate,
        LocalDate returnDate,
        String reason,
        Ground ground,
        List<Line> lines,
        List<TaxTotal> taxes,
        BigDecimal total,
        Excess excess) {

    /** The same for this invoice. */
    public CreditNoteDocument of(String invoice) {
        return new CreditNoteDocument(
                invoice, number, issueDate, returnDate, reason, ground, lines, taxes, total, excess);
    }

    public enum Ground {
        /** Goods came back, or a service was taken back (返品). */
        RETURN,
        /** A rebate or discount was granted afterwards (値引き・割戻し). */
        ALLOWANCE,
        /** The invoice was wrong (請求誤り). */
        ERROR
    }

    public enum Excess {
        /** It stays the payer's credit. */
        KEEP,
        /** It is paid back. */
        REFUND
    }

    public record Line(
            LineKind kind,
            String code,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            TaxCategory taxCategory) {}
}
