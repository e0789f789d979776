package io.seikyu.contract.receipt;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What can be asked of a receipt. */
public sealed interface ReceiptCommand extends Command {
    @Override
    ReceiptId target();

    /** @param invoiceId what the payer said the money is for, or null */
    record RecordReceipt(
            ReceiptId target,
            LocalDate bookedOn,
            BigDecimal amount,
            String payerName,
            Method method,
            String virtualAccount,
            String reference,
            String invoiceId)
            implements ReceiptCommand {}
}
