package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import java.util.List;

/** No other invoice of the client company has the number. */
final class InvoiceNumberRule implements ReviewRule {
    @Override
    public String name() {
        return "invoice-number";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        return facts.numberTaken()
                ? List.of(error(
                        "DUPLICATE_INVOICE_NUMBER",
                        "/invoiceNumber",
                        null,
                        facts.document().invoiceNumber(),
                        "Another invoice or credit note has the number "
                                + facts.document().invoiceNumber()
                                + ". If it is the same invoice, withdraw this one; else give it a number of its own."))
                : List.of();
    }
}
