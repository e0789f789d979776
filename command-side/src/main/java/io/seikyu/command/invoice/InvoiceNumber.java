package io.seikyu.command.invoice;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An invoice number as it is compared: full-width and half-width letters are the same (NFKC), so are upper and lower
 * case, and white space does not count. {@code ＩＮＶ－００１}, {@code inv-001} and {@code INV- 001} are one number. The
 * document keeps the issuer's own spelling.
 */
public record InvoiceNumber(String value) {
    public static InvoiceNumber of(String spelled) {
        String folded = Normalizer.normalize(spelled, Normalizer.Form.NFKC);
        return new InvoiceNumber(folded.replaceAll("[\\s\\p{Z}\\p{C}]+", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
