package io.seikyu.contract.receipt;

import io.seikyu.contract.Command;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of a receipt. {@code today} is the business date of the asking. */
public sealed interface ReceiptCommand extends Command {
    @Override
    ReceiptId target();

    /**
     * Money came in. Its tenant is the client company whose money it is; the agency's own, while nobody knows whose money
     * on a collective account it is.
     *
     * @param payerName as the bank says it
     * @param invoiceId what the payer said the money is for, or null
     * @param accountId the payer, or null while nobody is known; that of {@code invoiceId} goes before it
     */
    record RecordReceipt(
            ReceiptId target,
            LocalDate bookedOn,
            BigDecimal amount,
            String payerName,
            Method method,
            String virtualAccount,
            String reference,
            String invoiceId,
            String accountId,
            ReceiptSource source)
            implements ReceiptCommand {}

    /**
     * Books the money to invoices, all of them in one commit or none. Of the same receipt's money an invoice may take
     * more than once.
     *
     * @param items      the invoices; of those without an amount the oldest due takes first
     * @param match      why, when the program itself found it, or null for a person's word
     * @param learnAlias whether this payer is to be known by the receipt's name from now on
     */
    record AllocateReceipt(ReceiptId target, List<AllocationItem> items, Match match, boolean learnAlias)
            implements ReceiptCommand {}

    /**
     * @param amount     of the receipt's money, or null for as much as is open and there
     * @param deductions what the payer keeps back of this invoice
     */
    record AllocationItem(String invoiceId, BigDecimal amount, List<Deduction> deductions) {}

    /** Takes back all that this receipt paid of one invoice. */
    record UndoAllocation(ReceiptId target, String invoiceId, String reason) implements ReceiptCommand {}

    /** Says whose money it is, so that it may be set off by an invoice to come. */
    record IdentifyPayer(ReceiptId target, String accountId) implements ReceiptCommand {}

    /** Looks anew what money is for of which nobody has said it; says nothing when it finds what it found before. */
    record MatchAgain(ReceiptId target) implements ReceiptCommand {}

    /** The bank took the money back, or it never came (組戻し・取消): everything it paid is open again. */
    record ReverseReceipt(ReceiptId target, String reason) implements ReceiptCommand {}

    /** Asks to pay back what no invoice took; a second person decides. */
    record AskRefund(ReceiptId target, BigDecimal amount, BankDetails bankAccount, String reason, LocalDate today)
            implements ReceiptCommand {}

    /**
     * Money on a collective account of the agency is a client company's: its receipt there is recorded next.
     *
     * @param clientId  whose it is
     * @param receiptId the receipt's id at that client
     * @param accountId the payer there, or null while nobody is known
     * @param match     why, when the program itself found it, or null for a person's word
     */
    record AssignReceipt(
            ReceiptId target, String clientId, String receiptId, String accountId, String reason, Match match)
            implements ReceiptCommand {}
}
