package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of no rate more is given back than the invoice billed, less what earlier credit notes gave back. */
final class CreditBoundRule implements CreditNoteRule {
    @Override
    public String name() {
        return "credit-bound";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<TaxTotal> taxes = facts.document().taxes();
        for (int i = 0; i < taxes.size(); i++) {
            TaxTotal stated = taxes.get(i);
            Optional<TaxTotal> left = facts.original().left(stated.taxCategory());
            if (left.isPresent()) {
                boolean beyond = stated.taxable().compareTo(left.get().taxable()) > 0;
                if (beyond) {
                    findings.add(finding("/taxes/" + i + "/taxable", left.get().taxable(), stated.taxable(), stated));
                } else if (stated.tax().compareTo(left.get().tax()) > 0) {
                    findings.add(finding("/taxes/" + i + "/tax", left.get().tax(), stated.tax(), stated));
                }
            }
        }
        return findings;
    }

    private Finding finding(String pointer, BigDecimal left, BigDecimal stated, TaxTotal sum) {
        return error(
                "CREDIT_ABOVE_ORIGINAL",
                pointer,
                left,
                stated,
                "Of what the invoice billed " + sum.taxCategory().words() + ", " + CreditNoteRule.text(left)
                        + " yen " + (pointer.endsWith("/tax") ? "of tax " : "")
                        + "are left after earlier credit notes. Give back no more.");
    }
}
