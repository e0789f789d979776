package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of each item no more is billed on one invoice than was agreed; all lines of an item count together. */
final class QuantityMaximumRule implements ReviewRule {
    @Override
    public String name() {
        return "quantity-maximum";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        Sums sums = new Sums();
        Map<Sums.Key, BigDecimal> maxima = new HashMap<>();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.kind() == LineKind.ITEM) {
                sums.add(facts.contractId(line), line.code(), line.quantity(), "/lines/" + i + "/quantity");
                facts.terms(line)
                        .flatMap(terms -> Figures.item(terms, line))
                        .map(Item::maxQuantity)
                        .ifPresent(max ->
                                maxima.merge(new Sums.Key(facts.contractId(line), line.code()), max, BigDecimal::max));
            }
        }
        List<Finding> findings = new ArrayList<>();
        sums.forEach((item, sum) -> {
            BigDecimal max = maxima.get(item);
            if (max != null && sum.value().compareTo(max) > 0) {
                findings.add(error(
                        "QUANTITY_ABOVE_MAXIMUM",
                        sum.last(),
                        max,
                        sum.value(),
                        "The contract allows " + Figures.text(max) + " of " + item.code()
                                + " on one invoice; this one bills " + Figures.text(sum.value()) + "."));
            }
        });
        return findings;
    }
}
