package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.interest.LateTerms;
import io.seikyu.contract.invoice.ChargeKind;
import io.seikyu.contract.invoice.InvoiceCommand.ClaimCharge;
import io.seikyu.contract.invoice.InvoiceCommand.WaiveCharge;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeClaimed;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeWaived;
import java.math.BigDecimal;

/** What is claimed beside the invoice: interest on late payment (遅延損害金) and the costs of collecting it. */
final class Charging {
    private Charging() {}

    static ChargeResult claim(Invoice invoice, ClaimCharge command, ClaimTerms terms) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(),
                "invoice-not-issued",
                "nothing is claimed beside what the payer does not owe");
        if (state.settlement().charge(command.chargeId()).isPresent()) {
            throw Refusal.conflict("already-exists", "there is charge '" + command.chargeId() + "' already");
        }
        if (command.kind() == ChargeKind.COST) {
            claimed(state, command, command.amount(), null);
        } else {
            if (state.after().standing().interestWaived()) {
                throw Refusal.conflict("interest-waived", "no interest is asked for while the instalment plan is kept");
            }
            claimInterest(state, command, terms);
        }
        return ChargeResult.of(invoice.state(), command.chargeId());
    }

    private static void claimInterest(InvoiceState state, ClaimCharge command, ClaimTerms terms) {
        LateTerms late = terms.late(state);
        try {
            BigDecimal accrued = state.settlement().accrued(state.balance(), command.upTo(), late, terms.rates());
            refuseMoreThan(accrued, command);
            BigDecimal amount = command.amount() == null ? accrued : command.amount();
            claimed(
                    state,
                    command,
                    amount,
                    late.rateOn(command.upTo(), terms.rates()).percent());
        } catch (DatedDataMissingException e) {
            throw Refusal.conflict("interest-rate-unknown", e.getMessage());
        }
    }

    private static void refuseMoreThan(BigDecimal accrued, ClaimCharge command) {
        if (accrued.signum() == 0) {
            throw Refusal.conflict(
                    "no-interest-accrued",
                    "until " + command.upTo() + " no interest accrued that was not claimed already");
        }
        if (command.amount() != null && command.amount().compareTo(accrued) > 0) {
            throw Refusal.conflict(
                    "interest-above-accrued",
                    "until " + command.upTo() + " " + accrued.toPlainString()
                            + " yen of interest accrued that was not claimed yet: claim at most that");
        }
    }

    private static void claimed(InvoiceState state, ClaimCharge command, BigDecimal amount, BigDecimal rate) {
        apply(new ChargeClaimed(
                state.clientId(),
                state.invoiceId(),
                command.chargeId(),
                command.kind(),
                amount,
                command.upTo(),
                rate,
                command.reason()));
    }

    static ChargeResult waive(Invoice invoice, WaiveCharge command) {
        InvoiceState state = invoice.state();
        Charge charge = state.settlement()
                .charge(command.chargeId())
                .orElseThrow(() -> Refusal.notFound(
                        "charge-not-found", "nothing is claimed as charge '" + command.chargeId() + "'"));
        if (charge.open().signum() == 0) {
            throw Refusal.conflict("charge-settled", "nothing is open of this charge: there is nothing to waive");
        }
        apply(new ChargeWaived(
                state.clientId(), state.invoiceId(), command.chargeId(), charge.open(), command.reason()));
        return ChargeResult.of(invoice.state(), command.chargeId());
    }
}
