package io.seikyu.contract.receipt;

import io.seikyu.contract.Event;
import io.seikyu.contract.client.BankDetails;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The life of a receipt (入金). What came in is what invoices took, what is unapplied, refunded and reversed. */
public sealed interface ReceiptEvent extends Event {
    String clientId();

    String receiptId();

    /**
     * @param clientId  whose money it is; the agency's own name while nobody knows
     * @param invoiceId what the payer said the money is for, or null
     * @param subject   whose personal data the payer's name is: the account, or the receipt while nobody is known
     * @param accountId the payer, or null while nobody is known
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
            String subject,
            String accountId,
            ReceiptSource source)
            implements ReceiptEvent {}

    /**
     * The program looked for what it may be for, and a person has to choose.
     *
     * @param policyVersion the matching policy
     * @param doubts        why nothing was allocated, as codes
     * @param candidates    the best first; may be empty
     */
    record CandidatesFound(
            String clientId, String receiptId, String policyVersion, List<String> doubts, List<Candidate> candidates)
            implements ReceiptEvent {}

    /** It is known now whose money it is. */
    record PayerIdentified(String clientId, String receiptId, String accountId) implements ReceiptEvent {}

    /**
     * An invoice took some of it.
     *
     * @param amount     of the receipt's money, for claimed charges and principal together
     * @param deductions what was kept back of the invoice beside it
     * @param match      why, when the program itself found it; absent for a person's word
     */
    record ReceiptAllocated(
            String clientId,
            String receiptId,
            String invoiceId,
            BigDecimal amount,
            List<Deduction> deductions,
            Match match)
            implements ReceiptEvent {}

    /** An invoice that was issued took it, because its document names it as paid before (前受金). */
    record ReceiptSetOff(String clientId, String receiptId, String invoiceId, BigDecimal amount)
            implements ReceiptEvent {}

    /**
     * What this receipt paid of the invoice is unapplied again.
     *
     * @param amount of the receipt's money, all of what the invoice had of it
     */
    record AllocationUndone(String clientId, String receiptId, String invoiceId, BigDecimal amount, String reason)
            implements ReceiptEvent {}

    /** Money that no invoice took; it stays the payer's credit. */
    record ReceiptKeptUnapplied(String clientId, String receiptId, BigDecimal amount) implements ReceiptEvent {}

    /** @param amount that is reversed: what was neither refunded nor passed on before */
    record ReceiptReversed(String clientId, String receiptId, BigDecimal amount, String reason)
            implements ReceiptEvent {}

    /**
     * Somebody asks to pay back some of what no invoice took; nothing else may use it meanwhile.
     *
     * @param refundId    also the approval's id
     * @param subject     whose personal data the bank account is
     * @param bankAccount where it is to go
     */
    record RefundAsked(
            String clientId,
            String receiptId,
            String refundId,
            BigDecimal amount,
            BankDetails bankAccount,
            String reason,
            String subject)
            implements ReceiptEvent {}

    /** It was approved and is paid back (返金). */
    record ReceiptRefunded(String clientId, String receiptId, String refundId, BigDecimal amount, LocalDate refundedOn)
            implements ReceiptEvent {}

    /**
     * It was not approved; the money is unapplied as before.
     *
     * @param reason what became of the approval, which alone holds the words of whoever decided
     */
    record RefundDeclined(String clientId, String receiptId, String refundId, BigDecimal amount, String reason)
            implements ReceiptEvent {}

    /**
     * Money on a collective account of the agency turned out to be a client company's. That client's receipt is recorded
     * by a commit of its own, which names this one.
     *
     * @param toClientId  whose it is
     * @param toReceiptId the receipt there
     * @param toAccountId the payer there, or null while nobody is known
     */
    record ReceiptAssigned(
            String clientId,
            String receiptId,
            String toClientId,
            String toReceiptId,
            String toAccountId,
            BigDecimal amount,
            String reason,
            Match match)
            implements ReceiptEvent {}

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
