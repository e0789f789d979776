package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice that this one follows or replaces (修正インボイス) is on file and this payer's. One that is not on file may be
 * older than the file, so a person looks at it.
 */
final class PrecedingInvoiceRule implements ReviewRule {
    private static final String CODE = "PRECEDING_INVOICE_NOT_FOUND";

    @Override
    public String name() {
        return "preceding-invoice";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        if (facts.contract(facts.document().contractId()).isEmpty()) {
            return List.of(); // whose contract this is has to be put right first
        }
        List<Finding> findings = new ArrayList<>();
        List<String> named = facts.document().precedingInvoices();
        for (int i = 0; i < named.size(); i++) {
            check(facts, named.get(i), "/precedingInvoices/" + i, findings);
        }
        return findings;
    }

    private void check(ReviewFacts facts, String named, String pointer, List<Finding> findings) {
        String payer = facts.history().preceding().get(named);
        if (named.equals(facts.history().invoiceId())) {
            findings.add(error(CODE, pointer, null, named, "An invoice does not precede itself."));
        } else if (payer == null) {
            String message = "Invoice " + named + " is not on file: name the right one, or approve it when that one is"
                    + " older than these records.";
            findings.add(warning(CODE, pointer, null, named, message));
        } else if (!payer.equals(facts.document().accountId())) {
            String message = "Invoice " + named + " is another payer's: name the right one.";
            findings.add(error(CODE, pointer, null, named, message));
        }
    }
}
