package io.seikyu.command.review;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A party's name as it is compared: width, case and spaces do not count, nor does the form of address behind it (御中,
 * 様, 殿), and 株式会社 may be written ㈱ or (株), 有限会社 ㈲ or (有), 合同会社 (同).
 */
final class PartyName {
    private PartyName() {}

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .replaceFirst("(御中|様|殿)$", "")
                .replace("(株)", "株式会社")
                .replace("(有)", "有限会社")
                .replace("(同)", "合同会社")
                .toUpperCase(Locale.ROOT);
    }
}
