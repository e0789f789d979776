package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.ChargeKind;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Interest or costs that were claimed beside an invoice.
 *
 * @param amount that was claimed, yen
 * @param open   what is neither paid nor waived
 * @param upTo   until when interest was claimed; null for costs
 */
public record Charge(
        String chargeId, ChargeKind kind, BigDecimal amount, BigDecimal open, LocalDate upTo, boolean waived) {
    Charge paid(BigDecimal part) {
        return new Charge(chargeId, kind, amount, open.subtract(part), upTo, waived);
    }

    Charge given() {
        return new Charge(chargeId, kind, amount, BigDecimal.ZERO, upTo, true);
    }
}
