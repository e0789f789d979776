package io.seikyu.documents.bank;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One movement on an account, as the bank tells it. Texts are without the spaces that fill their fields, null when
 * nothing is left.
 *
 * @param source         where it stands in the file, e.g. {@code record 7}
 * @param amount         yen, not negative
 * @param valueOn        起算日; may be absent
 * @param payerName      依頼人名
 * @param reference      the bank's own number of the movement (照会番号)
 * @param virtualAccount what tells the payer: 依頼人コード, or the virtual account (振込専用口座) it was paid to
 * @param edi            EDI情報, or what else the payer wrote along
 */
public record BankRecord(
        String source,
        Movement movement,
        Method method,
        LocalDate bookedOn,
        LocalDate valueOn,
        BigDecimal amount,
        String payerName,
        String reference,
        String virtualAccount,
        String edi) {

    public enum Movement {
        /** Money came in. */
        RECEIVED,
        /** Money that came in before is gone again (取消・訂正). */
        CANCELLED,
        /** Neither: money went out, or nothing moved. */
        OTHER,
        /** Announced and not booked yet. */
        PENDING
    }
}
