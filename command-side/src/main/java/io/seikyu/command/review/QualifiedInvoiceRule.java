package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.money.TaxCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the law wants on a qualified invoice (適格請求書, 消費税法57条の4) is there: the names of issuer and recipient, the
 * days of the transaction, what was delivered, and a sum for each rate. The registration number, the rates and the tax
 * have rules of their own; the marks on items of the reduced rate are made when the invoice is printed.
 */
final class QualifiedInvoiceRule implements ReviewRule {
    private static final String CODE = "QUALIFIED_INVOICE_ITEM_MISSING";

    @Override
    public String name() {
        return "qualified-invoice";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        names(facts, findings);
        lines(facts.document(), findings);
        sums(facts, findings);
        return findings;
    }

    private void names(ReviewFacts facts, List<Finding> findings) {
        name(
                "/issuer/name",
                facts.client().name(),
                facts.document().issuer().name(),
                facts.client().corporate(),
                "Name the issuer as the client company is on file",
                findings);
        name(
                "/recipient/name",
                facts.account().name(),
                facts.document().recipient().name(),
                facts.account().corporate(),
                "Name the recipient as the payer is on file",
                findings);
    }

    /** A finding is kept in the open, so it repeats the names of companies and not those of persons. */
    private void name(
            String pointer, String onFile, String stated, boolean corporate, String message, List<Finding> findings) {
        if (!PartyName.same(stated, onFile)) {
            String expected = corporate ? onFile : null;
            String said = message + (corporate ? ": " + onFile + "." : ".");
            findings.add(error(CODE, pointer, expected, corporate ? stated : null, said));
        }
    }

    private void lines(InvoiceDocument document, List<Finding> findings) {
        List<Line> lines = document.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.description().isBlank()) {
                String message = "The line does not say what was delivered. Describe it.";
                findings.add(error(CODE, "/lines/" + i + "/description", null, line.description(), message));
            }
            LocalDate day = line.deliveredOn();
            if (day != null && (day.isBefore(document.transactionFrom()) || day.isAfter(document.transactionTo()))) {
                findings.add(error(
                        CODE,
                        "/lines/" + i + "/deliveredOn",
                        document.transactionFrom() + "/" + document.transactionTo(),
                        day,
                        "The period of the transaction, " + document.transactionFrom() + " to "
                                + document.transactionTo() + ", does not hold the day of delivery " + day + "."));
            }
        }
    }

    /** A category that the lines use and no sum shows. One that only the contract or only the line knows is wrong there. */
    private void sums(ReviewFacts facts, List<Finding> findings) {
        Set<TaxCategory> shown = facts.document().taxes().stream()
                .map(InvoiceDocument.TaxTotal::taxCategory)
                .collect(Collectors.toSet());
        Figures.of(facts).ifPresent(figures -> {
            Set<TaxCategory> used = figures.taxableAsStated().keySet();
            figures.taxableByContract().forEach((category, sum) -> {
                if (used.contains(category) && !shown.contains(category)) {
                    String message = "The sum and the tax of the lines " + category.words()
                            + " are missing: they sum to " + Figures.text(sum) + " yen.";
                    findings.add(error(CODE, "/taxes", sum, null, message));
                }
            });
        });
    }
}
