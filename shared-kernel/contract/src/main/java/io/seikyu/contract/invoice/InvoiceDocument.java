package io.seikyu.contract.invoice;

import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * An invoice (請求書) as it was handed in: what is claimed, by whom, from whom, under which contract. Amounts are yen,
 * gross where the contract's prices include tax. Lists are never null; what may be absent is null.
 */
public record InvoiceDocument(
        String invoiceNumber,
        String accountId,
        String contractId,
        Kind kind,
        LocalDate transactionFrom,
        LocalDate transactionTo,
        LocalDate issueDate,
        LocalDate dueDate,
        Issuer issuer,
        Recipient recipient,
        List<Line> lines,
        List<Adjustment> adjustments,
        List<TaxTotal> taxes,
        BigDecimal total,
        List<PrepaidRef> prepaidRefs,
        BigDecimal withholding,
        BigDecimal payable,
        List<String> precedingInvoices,
        String reservationId) {

    /** When the last of the goods or services was received, as far as it says: else the transaction's last day. */
    public LocalDate receivedOn() {
        return lines.stream()
                .map(Line::deliveredOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(transactionTo);
    }

    public enum Kind {
        STANDARD,
        ADVANCE,
        FINAL
    }

    public record Issuer(String name, String registrationNumber) {}

    public record Recipient(String name) {}

    /** @param contractId another contract of the same payer that this line falls under */
    public record Line(
            LineKind kind,
            String code,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            TaxCategory taxCategory,
            String contractId,
            LocalDate deliveredOn) {}

    public enum LineKind {
        ITEM,
        EXPENSE
    }

    public record Adjustment(
            AdjustmentKind kind, String code, String description, BigDecimal amount, TaxCategory taxCategory) {}

    public enum AdjustmentKind {
        ALLOWANCE,
        CHARGE
    }

    /** @param rate percent */
    public record TaxTotal(TaxCategory taxCategory, BigDecimal rate, BigDecimal taxable, BigDecimal tax) {}

    public record PrepaidRef(String receiptId, String invoiceId, BigDecimal amount) {}
}
