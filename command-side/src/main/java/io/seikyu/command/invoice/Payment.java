package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.ChargePart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that one receipt did to one invoice.
 *
 * @param principal that its money paid
 * @param deducted  what was kept back beside it
 * @param charges   what its money paid of claimed charges
 */
public record Payment(
        String receiptId, LocalDate bookedOn, BigDecimal principal, BigDecimal deducted, List<ChargePart> charges) {
    static Payment none(String receiptId, LocalDate bookedOn) {
        return new Payment(receiptId, bookedOn, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
    }

    Payment plus(BigDecimal more) {
        return new Payment(receiptId, bookedOn, principal.add(more), deducted, charges);
    }

    Payment deducting(BigDecimal more) {
        return new Payment(receiptId, bookedOn, principal, deducted.add(more), charges);
    }

    Payment and(ChargePart part) {
        List<ChargePart> all = new ArrayList<>(charges);
        all.add(part);
        return new Payment(receiptId, bookedOn, principal, deducted, List.copyOf(all));
    }

    boolean touchesPrincipal() {
        return principal.signum() > 0 || deducted.signum() > 0;
    }
}
