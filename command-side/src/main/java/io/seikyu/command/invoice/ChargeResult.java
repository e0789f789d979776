package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.ChargeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed beside an invoice.
 *
 * @param amount         of the charge, yen
 * @param open           what is neither paid nor waived of it
 * @param claimedCharges what is open of all charges of the invoice
 */
public record ChargeResult(
        String invoiceId,
        String chargeId,
        ChargeKind kind,
        BigDecimal amount,
        BigDecimal open,
        @Nullable LocalDate upTo,
        BigDecimal claimedCharges) {
    static ChargeResult of(InvoiceState state, String chargeId) {
        Charge charge = state.settlement().charge(chargeId).orElseThrow();
        return new ChargeResult(
                state.invoiceId(),
                chargeId,
                charge.kind(),
                charge.amount(),
                charge.open(),
                charge.upTo(),
                state.settlement().claimed());
    }
}
