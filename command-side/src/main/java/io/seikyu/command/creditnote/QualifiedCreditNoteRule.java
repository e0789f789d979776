package io.seikyu.command.creditnote;

import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.invoice.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What a credit note has to say by law (消費税法57条の4第3項): the day of the return, not before the transaction it takes
 * back and not after the note itself, and what is given back. Issuer, number and transaction are those of the invoice.
 */
final class QualifiedCreditNoteRule implements CreditNoteRule {
    private static final String CODE = "QUALIFIED_INVOICE_ITEM_MISSING";

    @Override
    public String name() {
        return "qualified-credit-note";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        CreditNoteDocument document = facts.document();
        Original original = facts.original();
        List<Finding> findings = new ArrayList<>();
        if (document.returnDate().isBefore(original.from())) {
            findings.add(error(
                    CODE,
                    "/returnDate",
                    original.from(),
                    document.returnDate(),
                    "Nothing is given back before the transaction began on " + original.from() + "."));
        }
        if (document.issueDate().isBefore(original.issueDate())) {
            findings.add(error(
                    CODE,
                    "/issueDate",
                    original.issueDate(),
                    document.issueDate(),
                    "The credit note cannot be dated before the invoice it refers to, " + original.issueDate() + "."));
        } else if (document.returnDate().isAfter(document.issueDate())) {
            findings.add(error(
                    CODE,
                    "/returnDate",
                    document.issueDate(),
                    document.returnDate(),
                    "The return cannot be after the day of the credit note, " + document.issueDate() + "."));
        }
        for (int i = 0; i < document.lines().size(); i++) {
            if (document.lines().get(i).description().isBlank()) {
                findings.add(error(
                        CODE,
                        "/lines/" + i + "/description",
                        null,
                        "",
                        "The line does not say what is given back. Describe it."));
            }
        }
        return findings;
    }
}
