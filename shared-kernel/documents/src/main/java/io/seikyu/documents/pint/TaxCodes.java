package io.seikyu.documents.pint;

import io.seikyu.contract.money.TaxCategory;
import java.util.Map;
import java.util.Optional;

/** Categories of consumption tax by their codes in JP PINT (UNCL 5305). */
final class TaxCodes {
    private static final Map<TaxCategory, String> CODES = Map.of(
            TaxCategory.STANDARD, "S",
            TaxCategory.REDUCED, "AA",
            TaxCategory.EXEMPT, "E",
            TaxCategory.ZERO, "G",
            TaxCategory.OUT_OF_SCOPE, "O");

    private TaxCodes() {}

    static String of(TaxCategory category) {
        return CODES.get(category);
    }

    static Optional<TaxCategory> category(String code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
