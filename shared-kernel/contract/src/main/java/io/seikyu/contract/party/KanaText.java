package io.seikyu.contract.party;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as banks write it, in one way of writing (カナ正規化): NFKC, katakana, small kana large, every dash {@code -}, upper
 * case, no spaces. Half-width kana and their voicing marks come together.
 */
public final class KanaText {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String DASHES = "ー-‐‑‒–—―−─━";

    private KanaText() {}

    public static String normalised(String text) {
        // marks that stand alone would become a space and a mark
        String joined = text.replace('゛', '\u3099').replace('゜', '\u309A');
        String folded = Normalizer.normalize(joined, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().map(KanaText::plain).filter(c -> c != ' ').forEach(plain::appendCodePoint);
        // a small letter may have kept a mark from its large one
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static int plain(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        int kana = c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c;
        int small = SMALL.indexOf(kana);
        if (small >= 0) {
            return LARGE.charAt(small);
        }
        if (DASHES.indexOf(kana) >= 0) {
            return '-';
        }
        return kana == '・' ? '.' : kana;
    }

    /** Every voicing mark a letter of its own, as in a bank's record: one letter is one byte there. */
    public static String bytewise(String normalised) {
        return Normalizer.normalize(normalised, Normalizer.Form.NFD);
    }
}
