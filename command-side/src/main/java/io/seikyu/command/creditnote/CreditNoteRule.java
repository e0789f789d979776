package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.math.BigDecimal;
import java.util.List;

/** One thing a credit note is checked for: a pure function of the facts, as the rules of the review of invoices are. */
interface CreditNoteRule {
    /** E.g. {@code credit-total}. */
    String name();

    List<Finding> check(CreditNoteFacts facts);

    default String signature() {
        return name() + "@1";
    }

    /** Something that has to be corrected. */
    default Finding error(String code, String pointer, Object expected, Object actual, String message) {
        return new Finding(code, Severity.ERROR, pointer, text(expected), text(actual), message, signature());
    }

    static String text(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
