package io.seikyu.contract.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The registration number of an issuer of qualified invoices (適格請求書発行事業者の登録番号): {@code T} and 13 digits.
 * A corporation's are its corporate number; a sole proprietor's follow no published check, so that a failing check digit
 * is an error for the one and at most a warning for the other.
 */
public record RegistrationNumber(String value) {
    private static final Pattern FORM = Pattern.compile("T[0-9]{13}");

    /** @throws IllegalArgumentException when it is not of the form; the check digit is a question of its own */
    public RegistrationNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a registration number is T and 13 digits");
        }
    }

    public static boolean isWellFormed(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    /** Whether the first digit checks the other twelve, as it does in every corporation's number. */
    public boolean hasValidCheckDigit() {
        return CorporateNumber.isValid(value.substring(1));
    }

    /** Whether this can be the number of such an issuer: a corporation's must pass the check, any may be a person's. */
    public boolean isPossibleFor(boolean corporate) {
        return !corporate || hasValidCheckDigit();
    }

    /** The corporation's number in it; empty when the check digit rules a corporation out. */
    public Optional<CorporateNumber> corporateNumber() {
        return hasValidCheckDigit() ? Optional.of(new CorporateNumber(value.substring(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
