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
 * @param recovered what its money paid of what had been written off
 */
public record PaidPart(
        String receiptId,
        LocalDate bookedOn,
        BigDecimal principal,
        BigDecimal deducted,
        List<ChargePart> charges,
        BigDecimal recovered) {
    static PaidPart none(String receiptId, LocalDate bookedOn) {
        return new PaidPart(receiptId, bookedOn, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), BigDecimal.ZERO);
    }

    /** Whether who paid it acknowledged the debt by it (民法 152): money came in for it. */
    boolean acknowledges() {
        return principal.signum() > 0 || !charges.isEmpty();
    }

    PaidPart plus(BigDecimal more) {
        return new PaidPart(receiptId, bookedOn, principal.add(more), deducted, charges, recovered);
    }

    PaidPart deducting(BigDecimal more) {
        return new PaidPart(receiptId, bookedOn, principal, deducted.add(more), charges, recovered);
    }

    PaidPart and(ChargePart part) {
        List<ChargePart> all = new ArrayList<>(charges);
        all.add(part);
        return new PaidPart(receiptId, bookedOn, principal, deducted, List.copyOf(all), recovered);
    }

    PaidPart recovering(BigDecimal more) {
        return new PaidPart(receiptId, bookedOn, principal, deducted, charges, recovered.add(more));
    }

    /** What came in by it, or was kept back by right, claimed charges included, yen. */
    public BigDecimal received() {
        return principal
                .add(deducted)
                .add(charges.stream().map(ChargePart::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    boolean touchesPrincipal() {
        return principal.signum() > 0 || deducted.signum() > 0;
    }
}
