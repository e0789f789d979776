package io.seikyu.contract.invoice;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much of an invoice the agency bears the risk of (保証範囲). It never decides whether the invoice goes out.
 *
 * @param amount        that is covered, yen
 * @param reasons       why so much and not more
 * @param reservationId that was made before the delivery and counts; absent without
 * @param limit         the payer's, yen; absent while it has none
 * @param exposure      what was at risk with the payer besides this invoice and its reservation, yen
 */
public record Coverage(
        Status status,
        BigDecimal amount,
        List<Reason> reasons,
        String reservationId,
        BigDecimal limit,
        BigDecimal exposure) {

    /** Of a payer that nobody has screened yet. */
    public static final Coverage UNSCREENED =
            new Coverage(Status.UNSCREENED, BigDecimal.ZERO, List.of(Reason.NOT_SCREENED), null, null, null);

    public enum Status {
        COVERED,
        PARTLY_COVERED,
        NOT_COVERED,
        /** Nobody has decided how far the payer is trusted, so nothing is covered. */
        UNSCREENED
    }

    public enum Reason {
        WITHIN_LIMIT,
        RESERVED,
        /** Beyond the limit somebody else answers for the payer. */
        GUARANTEED,
        /** No more than one instalment at a time. */
        INSTALMENT_EXCEEDED,
        LIMIT_EXCEEDED,
        ON_HOLD,
        INSOLVENT,
        NOT_SCREENED
    }
}
