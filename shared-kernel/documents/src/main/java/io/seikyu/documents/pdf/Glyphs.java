package io.seikyu.documents.pdf;

import java.util.function.IntPredicate;

/**
 * Text as the font can print it. What it lacks becomes the printers' geta 〓, so that a reader sees that something is
 * missing; what only says how to draw the sign before it (selectors of variants, joiners) is dropped.
 */
final class Glyphs {
    static final int GETA = '〓';

    /** Words up to this length are left whole; a longer one, e.g. an address of the web, may break anywhere. */
    private static final int LONGEST_WORD = 24;

    private static final char BREAK = '\u200b';

    private final IntPredicate inFont;

    Glyphs(IntPredicate inFont) {
        this.inFont = inFont;
    }

    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        int word = 0;
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            at += Character.charCount(sign);
            if (isInvisible(sign)) {
                continue;
            }
            int printed = Character.isWhitespace(sign) || Character.isISOControl(sign) ? ' ' : orGeta(sign);
            word = printed < 0x300 && printed != ' ' ? word + 1 : 0;
            if (word > LONGEST_WORD) {
                printable.append(BREAK);
            }
            printable.appendCodePoint(printed);
        }
        return printable.toString();
    }

    private int orGeta(int sign) {
        return sign == '\u3000' || sign == '\u00a0' || inFont.test(sign) ? sign : GETA;
    }

    private static boolean isInvisible(int sign) {
        return (sign >= 0xfe00 && sign <= 0xfe0f)
                || (sign >= 0xe0100 && sign <= 0xe01ef)
                || Character.getType(sign) == Character.FORMAT;
    }
}
