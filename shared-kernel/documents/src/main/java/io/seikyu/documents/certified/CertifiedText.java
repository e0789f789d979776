package io.seikyu.documents.certified;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text as a certified letter may hold it: full-width, one sign a cell. Kana, kanji, digits, punctuation and common marks
 * are allowed; Latin letters in proper names alone, so a person is shown them.
 */
final class CertifiedText {
    private static final String MARKS =
            "、。，．・：；！？゛゜ー―‐－〜～…‥／＼＋±×÷＝≠＜＞≦≧％＃＆＊＠§￥＄〒※→←↑↓々〆〇ヶヵ" + "（）〔〕［］｛｝〈〉《》「」『』【】“”‘’＂＇＿";
    private static final char SPACE = '　';

    private CertifiedText() {}

    /**
     * Half-width becomes full-width, and what counts as several signs is written as several: ㈱ as （株）, ㎡ as ｍ２, ① as
     * （１）.
     */
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        Normalizer.normalize(joinedKana(text), Normalizer.Form.NFC).codePoints().forEach(sign -> {
            String plain = Character.isIdeographic(sign)
                    ? Character.toString(sign)
                    : Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
            boolean framed = sign >= 0x2460 && sign <= 0x2473;
            wide.append(framed ? "（" : "");
            plain.codePoints().forEach(it -> wide.appendCodePoint(wide(it)));
            wide.append(framed ? "）" : "");
        });
        return wide.toString();
    }

    /** Half-width kana carry their voicing marks as signs of their own, so they are joined before all else. */
    private static String joinedKana(String text) {
        StringBuilder joined = new StringBuilder();
        StringBuilder half = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (sign >= 0xff61 && sign <= 0xff9f) {
                half.appendCodePoint(sign);
                return;
            }
            joined.append(Normalizer.normalize(half, Normalizer.Form.NFKC)).appendCodePoint(sign);
            half.setLength(0);
        });
        return joined.append(Normalizer.normalize(half, Normalizer.Form.NFKC)).toString();
    }

    private static int wide(int sign) {
        if (sign == '\\') {
            return '￥';
        }
        if (sign > ' ' && sign < 0x7f) {
            return sign - '!' + '！';
        }
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? SPACE : sign;
    }

    /** Signs that must not stand in it, in their order. */
    static Set<String> refused(String wide) {
        Set<String> refused = new LinkedHashSet<>();
        wide.codePoints().filter(sign -> !isAllowed(sign)).forEach(sign -> refused.add(Character.toString(sign)));
        return refused;
    }

    private static boolean isAllowed(int sign) {
        if (sign == SPACE || isLatin(sign) || sign >= '０' && sign <= '９' || MARKS.indexOf(sign) >= 0) {
            return true;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(sign);
        return Character.isLetter(sign)
                && (script == Character.UnicodeScript.HAN
                        || script == Character.UnicodeScript.HIRAGANA
                        || script == Character.UnicodeScript.KATAKANA);
    }

    private static boolean isLatin(int sign) {
        return sign >= 'Ａ' && sign <= 'Ｚ' || sign >= 'ａ' && sign <= 'ｚ';
    }

    /** Words in Latin letters: allowed where they are proper names, e.g. a company's or a number's. */
    static Set<String> latinWords(String wide) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : wide.split("[^Ａ-Ｚａ-ｚ０-９－．]+")) {
            if (word.codePoints().anyMatch(CertifiedText::isLatin)) {
                words.add(word);
            }
        }
        return words;
    }

    /** In pieces of so many signs, wherever they end: a line may well begin with a comma. One that is empty stays one. */
    static List<String> cut(String wide, int length) {
        int[] signs = wide.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at == 0 || at < signs.length; at += length) {
            pieces.add(new String(signs, at, Math.min(length, signs.length - at)));
        }
        return pieces;
    }
}
