package io.seikyu.contract.invoice;

/**
 * Something a review found (指摘).
 *
 * @param code    one of the published codes, e.g. {@code UNIT_PRICE_MISMATCH}
 * @param pointer where in the document, as a JSON pointer
 * @param message for a clerk: what is wrong and what to do
 * @param rule    the rule that found it, with its revision, e.g. {@code unit-price@1}
 */
public record Finding(
        String code, Severity severity, String pointer, String expected, String actual, String message, String rule) {
    public Finding as(Severity other) {
        return new Finding(code, other, pointer, expected, actual, message, rule);
    }

    public enum Severity {
        ERROR,
        WARNING
    }
}
