package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import java.util.ArrayList;
import java.util.List;

/** An item costs what was agreed on for its day. */
final class UnitPriceRule implements ReviewRule {
    @Override
    public String name() {
        return "unit-price";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String pointer = "/lines/" + i + "/unitPrice";
            facts.terms(line)
                    .flatMap(terms -> Figures.item(terms, line))
                    .filter(item -> !Figures.same(item.unitPrice(), line.unitPrice()))
                    .ifPresent(item -> findings.add(error(
                            "UNIT_PRICE_MISMATCH",
                            pointer,
                            item.unitPrice(),
                            line.unitPrice(),
                            "The contract's price of " + item.code() + " is " + Figures.text(item.unitPrice())
                                    + " yen, not " + Figures.text(line.unitPrice()) + ".")));
        }
        return findings;
    }
}
