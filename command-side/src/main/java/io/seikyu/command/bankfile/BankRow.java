package io.seikyu.command.bankfile;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.documents.bank.BankRecord.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A record of a bank's file as a job keeps it.
 *
 * @param books    whether files of this format book on the account; others only reconcile
 * @param edi      what the payer wrote along, or null
 * @param file     the file, by its hash
 * @param movement what happened; of {@code CANCELLED} the other fields tell what is gone again
 * @param identity of the transfer by account, day, reference, amount and name, as a keyed digest
 * @param ordinal  among equals in the file, from 1: two genuine transfers that look the same are two
 * @param nthOfAmount among those of the same day and amount, from 1
 */
record BankRow(
        String bankAccountId,
        boolean books,
        Movement movement,
        Method method,
        LocalDate bookedOn,
        LocalDate valueOn,
        BigDecimal amount,
        String payerName,
        String reference,
        String virtualAccount,
        String edi,
        String file,
        String identity,
        int ordinal,
        int nthOfAmount) {

    /** What makes it this transfer and no other. */
    String transfer(int nth) {
        return identity + "-" + nth;
    }
}
