package io.seikyu.command.review;

import io.seikyu.command.account.CreditCheck.Unusable;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;

/** The reservation of credit that an invoice cites is this payer's, still holds, and is no other invoice's. */
final class ReservationRule implements ReviewRule {
    @Override
    public String name() {
        return "reservation";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        Unusable why = facts.credit().reservation();
        if (why == null) {
            return List.of();
        }
        String id = facts.document().reservationId();
        return List.of(warning(
                "RESERVATION_NOT_VALID",
                "/reservationId",
                null,
                id,
                "Reservation " + id + " " + said(why) + ". Cite the right one, or none."));
    }

    private static String said(Unusable why) {
        return switch (why) {
            case UNKNOWN -> "is not one of this payer's";
            case EXPIRED -> "has expired, so its credit is not kept any more";
            case RELEASED -> "was given back, so its credit is not kept any more";
            case USED -> "was used up by another invoice";
            case KEPT_FOR_ANOTHER -> "is kept for another invoice, which cites it too";
        };
    }
}
