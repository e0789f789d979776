package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A line's amount is quantity times price, rounded to whole yen as the contract says. */
final class LineAmountRule implements ReviewRule {
    @Override
    public String name() {
        return "line-amount";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Figures.of(facts).ifPresent(figures -> {
            List<Line> lines = facts.document().lines();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                BigDecimal expected = figures.amountByContract(line);
                if (!Figures.same(line.amount(), expected)
                        && !Figures.same(line.amount(), figures.amountAsStated(line))) {
                    findings.add(error(
                            "LINE_AMOUNT_MISMATCH",
                            "/lines/" + i + "/amount",
                            expected,
                            line.amount(),
                            Figures.text(line.quantity()) + " times the price is " + Figures.text(expected)
                                    + " yen, rounded as the contract says."));
                }
            }
        });
        return findings;
    }
}
