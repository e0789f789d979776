package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import java.util.ArrayList;
import java.util.List;

/** Contracts that share an invoice agree in what can only be said once for it: gross or net, rounding, payment. */
final class SameTermsRule implements ReviewRule {
    @Override
    public String name() {
        return "same-terms";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.terms().ifPresent(terms -> {
            List<Line> lines = facts.document().lines();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                String pointer = "/lines/" + i + "/contractId";
                facts.terms(line)
                        .filter(other -> line.contractId() != null && !agree(terms, other))
                        .ifPresent(other -> findings.add(error(
                                "CONTRACT_TERMS_DIFFER",
                                pointer,
                                said(terms),
                                said(other),
                                "Contract " + line.contractId() + " differs from contract "
                                        + facts.document().contractId() + " in " + differences(terms, other)
                                        + ". Bill it on an invoice of its own.")));
            }
        });
        return findings;
    }

    private static String differences(ContractTerms one, ContractTerms other) {
        List<String> differences = new ArrayList<>();
        if (one.pricesIncludeTax() != other.pricesIncludeTax()) {
            differences.add("prices with or without tax");
        }
        if (one.rounding() != other.rounding()) {
            differences.add("rounding");
        }
        if (!one.terms().equals(other.terms())) {
            differences.add("terms of payment");
        }
        return String.join(", ", differences);
    }

    private static boolean agree(ContractTerms one, ContractTerms other) {
        return said(one).equals(said(other));
    }

    private static String said(ContractTerms terms) {
        return (terms.pricesIncludeTax() ? "gross" : "net") + ", " + terms.rounding() + ", close "
                + terms.terms().closingDay() + ", +" + terms.terms().monthOffset() + ", pay "
                + terms.terms().payDay() + ", " + terms.terms().shift();
    }
}
