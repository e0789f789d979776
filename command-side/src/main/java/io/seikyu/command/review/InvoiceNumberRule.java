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
                        "Another invoice has this number. If it is the same one, withdraw this; else give another"
                                + " number."))
                : List.of();
    }
}
