package io.seikyu.documents.pint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Takes values out of a document and notes what is wrong with them; goes on with something harmless. */
record Found(List<PintFault> faults) {
    /** As for an invoice that is handed in as JSON. */
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999");

    private static final int DECIMALS = 6;

    void fault(String rule, String location, String text) {
        if (faults.size() < PintRules.MOST_FAULTS) {
            faults.add(new PintFault(rule, location, text));
        }
    }

    /** Something that has to be there. */
    <T> T required(T value, String location, T instead) {
        if (value == null) {
            fault("mapping", location, "is missing");
        }
        return Objects.requireNonNullElse(value, instead);
    }

    String text(String text, int longest, String location) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            fault("limit", location, "is longer than " + longest + " characters");
        }
        return stripped;
    }

    /** Whole yen, not negative. */
    BigDecimal yen(BigDecimal amount, String location) {
        BigDecimal yen = signedYen(amount, location);
        if (yen.signum() < 0) {
            fault("credit", location, "is negative: hand a credit in as a credit note, a discount as an allowance");
        }
        return yen;
    }

    BigDecimal signedYen(BigDecimal amount, String location) {
        BigDecimal yen = number(amount, location);
        if (yen.scale() > 0) {
            fault("mapping", location, "yen have no decimals");
        }
        return yen;
    }

    BigDecimal number(BigDecimal number, String location) {
        BigDecimal plain = Ubl.plain(required(number, location, BigDecimal.ZERO));
        if (plain.abs().compareTo(LARGEST) > 0) {
            fault("limit", location, "is larger than any invoice");
            return BigDecimal.ZERO;
        }
        if (plain.scale() > DECIMALS) {
            fault("limit", location, "has more than " + DECIMALS + " decimals");
        }
        return plain;
    }
}
