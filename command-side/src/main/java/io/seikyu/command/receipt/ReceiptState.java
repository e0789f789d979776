package io.seikyu.command.receipt;

import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import java.math.BigDecimal;

/**
 * What a receipt has to know to decide: how much came in, and how much of it an invoice took.
 *
 * @param payer the account it came from, or null while nobody is known
 */
public record ReceiptState(String clientId, String receiptId, String payer, BigDecimal amount, BigDecimal allocated) {
    static ReceiptState of(ReceiptRecorded event) {
        String account = event.clientId() + "/account/";
        String payer = event.subject().startsWith(account) ? event.subject().substring(account.length()) : null;
        return new ReceiptState(event.clientId(), event.receiptId(), payer, event.amount(), BigDecimal.ZERO);
    }

    ReceiptState plus(BigDecimal taken) {
        return new ReceiptState(clientId, receiptId, payer, amount, allocated.add(taken));
    }

    ReceiptId id() {
        return new ReceiptId(clientId, receiptId);
    }

    BigDecimal unapplied() {
        return amount.subtract(allocated);
    }
}
