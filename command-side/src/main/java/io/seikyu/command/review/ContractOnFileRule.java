package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import java.util.ArrayList;
import java.util.List;

/** Every contract that is named is on file, and it is with this payer. */
final class ContractOnFileRule implements ReviewRule {
    @Override
    public String name() {
        return "contract-on-file";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        check(facts, facts.document().contractId(), "/contractId", findings);
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contractId() != null) {
                check(facts, lines.get(i).contractId(), "/lines/" + i + "/contractId", findings);
            }
        }
        return findings;
    }

    private void check(ReviewFacts facts, String id, String pointer, List<Finding> findings) {
        if (facts.contract(id).isEmpty()) {
            String payer = facts.document().accountId();
            String why = facts.contracts().containsKey(id)
                    ? "Contract " + id + " is with another payer than " + payer + ". Name this payer's contract."
                    : "No contract " + id + " is on file. Enter the contract, or name the right one.";
            findings.add(error("CONTRACT_NOT_FOUND", pointer, null, id, why));
        }
    }
}
