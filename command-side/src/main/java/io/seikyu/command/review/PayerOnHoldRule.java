package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;

/**
 * Of a payer on hold nothing is covered beyond what was reserved before. This is credit's hold; what stops reminders
 * says nothing about risk.
 */
final class PayerOnHoldRule implements ReviewRule {
    private final boolean toPerson;

    PayerOnHoldRule(boolean toPerson) {
        this.toPerson = toPerson;
    }

    @Override
    public String name() {
        return "payer-on-hold";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public boolean holdsBack() {
        return toPerson;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        if (!facts.credit().onHold() || facts.credit().insolvent()) {
            return List.of();
        }
        return List.of(warning(
                "PAYER_ON_HOLD",
                "/accountId",
                null,
                facts.document().accountId(),
                "No more credit is given to this payer at present; what was not reserved before is not covered."
                        + " Deliver only against prepayment until the hold is lifted."));
    }
}
