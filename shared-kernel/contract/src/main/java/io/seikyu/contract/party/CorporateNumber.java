package io.seikyu.contract.party;

import java.util.regex.Pattern;

/**
 * The number of a corporation (法人番号): 13 digits, of which the first checks the other twelve
 * ({@code 9 − (Σ Pn·Qn mod 9)}, 法人番号の指定等に関する省令 2). It is also its Peppol id under scheme 0188.
 */
public record CorporateNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{13}");

    /** @throws IllegalArgumentException when it is not of the form or its check digit is wrong */
    public CorporateNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a corporate number has 13 digits");
        }
        if (!checks(value)) {
            throw new IllegalArgumentException("the check digit of this corporate number is wrong");
        }
    }

    public static boolean isValid(String value) {
        return value != null && FORM.matcher(value).matches() && checks(value);
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += (digits.charAt(13 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return digits.charAt(0) - '0' == 9 - sum % 9;
    }

    @Override
    public String toString() {
        return value;
    }
}
