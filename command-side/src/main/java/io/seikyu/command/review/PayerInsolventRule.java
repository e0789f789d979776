package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;

/** What an insolvent payer (倒産) owes is billed, so that it can be filed, and not covered. */
final class PayerInsolventRule implements ReviewRule {
    private final boolean toPerson;

    PayerInsolventRule(boolean toPerson) {
        this.toPerson = toPerson;
    }

    @Override
    public String name() {
        return "payer-insolvent";
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
        if (!facts.credit().insolvent()) {
            return List.of();
        }
        return List.of(warning(
                "PAYER_INSOLVENT",
                "/accountId",
                null,
                facts.document().accountId(),
                "This payer is insolvent: what was not reserved and delivered before that is not covered."
                        + " Bill what was delivered, so that the claim can be filed, and deliver no more."));
    }
}
