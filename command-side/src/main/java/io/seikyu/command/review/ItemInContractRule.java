package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.util.ArrayList;
import java.util.List;

/** What is billed as an item was agreed on as an item. */
final class ItemInContractRule implements ReviewRule {
    @Override
    public String name() {
        return "item-in-contract";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String pointer = "/lines/" + i + "/code";
            facts.terms(line)
                    .filter(terms -> line.kind() == LineKind.ITEM
                            && Figures.item(terms, line).isEmpty())
                    .ifPresent(terms -> findings.add(error(
                            "ITEM_NOT_IN_CONTRACT",
                            pointer,
                            Figures.some(terms.items().stream().map(Item::code).toList()),
                            line.code(),
                            "Contract " + facts.contractId(line) + " has no item " + line.code() + " on "
                                    + facts.day(line) + ". Its items are "
                                    + Figures.some(terms.items().stream()
                                            .map(Item::code)
                                            .toList())
                                    + ".")));
        }
        return findings;
    }
}
