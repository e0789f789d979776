package io.seikyu.command.creditnote;

import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
            BigDecimal exact = facts.product(lines.get(i));
            BigDecimal truncated = exact.setScale(0, RoundingMode.DOWN);
            BigDecimal stated = lines.get(i).amount();
            boolean asBilled = facts.rounding()
                    .filter(rounding -> rounding.round(exact, 0).compareTo(stated) == 0)
                    .isPresent();
            if (truncated.compareTo(stated) != 0 && !asBilled) {
                findings.add(error(
                        "LINE_AMOUNT_MISMATCH",
                        "/lines/" + i + "/amount",
                        truncated,
                        stated,
                        "Quantity times unit price is " + CreditNoteRule.text(truncated) + " yen."));
            }
        }
        return findings;
    }
}
