package io.seikyu.command.receipt;

import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;

/** What a receipt has to know to decide: how much came in, and how much of it an invoice took. */
public record ReceiptState(String clientId, String receiptId, BigDecimal amount, BigDecimal allocated) {
    ReceiptState plus(BigDecimal taken) {
        return new ReceiptState(clientId, receiptId, amount, allocated.add(taken));
    }

    ReceiptId id() {
        return new ReceiptId(clientId, receiptId);
    }

    BigDecimal unapplied() {
        return amount.subtract(allocated);
    }
}
