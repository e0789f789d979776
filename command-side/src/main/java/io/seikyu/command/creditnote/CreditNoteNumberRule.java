package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import java.util.List;

/** No other invoice or credit note of the client company has the number. */
final class CreditNoteNumberRule implements CreditNoteRule {
    @Override
    public String name() {
        return "credit-number";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        return facts.numberTaken()
                ? List.of(error(
                        "DUPLICATE_INVOICE_NUMBER",
                        "/number",
                        null,
                        facts.document().number(),
                        "Another invoice or credit note has the number "
                                + facts.document().number() + ". Give this one a number of its own."))
                : List.of();
    }
}
