package io.seikyu.command.creditnote;

import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A line gives back quantity × unit price: fractions of a yen dropped, or rounded as the invoice's line was. */
final class CreditLineAmountRule implements CreditNoteRule {
    @Override
    public String name() {
        return "credit-line-amount";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!facts.isRight(lines.get(i))) {
                BigDecimal right = facts.amount(lines.get(i));
                findings.add(error(
                        "LINE_AMOUNT_MISMATCH",
                        "/lines/" + i + "/amount",
                        right,
                        lines.get(i).amount(),
                        "Quantity times unit price is " + CreditNoteRule.text(right) + " yen."));
            }
        }
        return findings;
    }
}
