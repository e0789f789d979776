package io.seikyu.contract.receipt;

import io.seikyu.contract.Event;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The life of a receipt (入金). */
public sealed interface ReceiptEvent extends Event {
    String clientId();

    String receiptId();

    /**
     * @param invoiceId what the payer said the money is for, or null
     * @param subject   whose personal data the payer's name is: the account, or the receipt while nobody is known
     */
    record ReceiptRecorded(
            String clientId,
            String receiptId,
            LocalDate bookedOn,
            BigDecimal amount,
            String payerName,
            Method method,
            String virtualAccount,
            String reference,
            String invoiceId,
            String subject)
            implements ReceiptEvent {}

    record ReceiptAllocated(String clientId, String receiptId, String invoiceId, BigDecimal amount)
            implements ReceiptEvent {}

    /** Money that no invoice took; it stays the payer's credit. */
    record ReceiptKeptUnapplied(String clientId, String receiptId, BigDecimal amount) implements ReceiptEvent {}

    enum Method {
        TRANSFER,
        DEBIT,
        CARD,
        CASH,
        CHEQUE,
        E_RECORD,
        OTHER
    }
}
