package io.seikyu.command.review;

import io.seikyu.command.contract.ContractHistory;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The contract is in force on the first and the last day of the transaction, and on each day of delivery. */
final class ContractInForceRule implements ReviewRule {
    @Override
    public String name() {
        return "contract-in-force";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        InvoiceDocument document = facts.document();
        check(facts, document.contractId(), document.transactionFrom(), "/transactionFrom", findings);
        check(facts, document.contractId(), document.transactionTo(), "/transactionTo", findings);
        for (int i = 0; i < document.lines().size(); i++) {
            Line line = document.lines().get(i);
            if (line.deliveredOn() != null) {
                check(facts, facts.contractId(line), line.deliveredOn(), "/lines/" + i + "/deliveredOn", findings);
            } else if (line.contractId() != null) {
                check(facts, line.contractId(), facts.day(), "/lines/" + i + "/contractId", findings);
            }
        }
        return findings;
    }

    private void check(ReviewFacts facts, String id, LocalDate day, String pointer, List<Finding> findings) {
        facts.contract(id)
                .filter(contract -> contract.inForceOn(day).isEmpty())
                .ifPresent(contract -> findings.add(error(
                        "CONTRACT_NOT_IN_FORCE",
                        pointer,
                        period(contract),
                        day,
                        "Contract " + id + " is in force " + said(contract) + ", not on " + day
                                + ". Bill only the days that it covers, or name the contract that holds then.")));
    }

    private static String period(ContractHistory contract) {
        LocalDate end = end(contract);
        return contract.versions().first().from() + "/" + (end == null ? ".." : end);
    }

    private static String said(ContractHistory contract) {
        LocalDate end = end(contract);
        return "from " + contract.versions().first().from() + (end == null ? " on" : " to " + end);
    }

    private static LocalDate end(ContractHistory contract) {
        return contract.lastDay() != null
                ? contract.lastDay()
                : contract.latest().effectiveTo();
    }
}
