package io.seikyu.contract.account;

import java.text.Normalizer;
import java.util.Locale;

/** Who gives scores out of 100 (信用調査会社). Their scales are not the same. */
public enum Bureau {
    /** 帝国データバンク. */
    TDB,
    /** 東京商工リサーチ. */
    TSR,
    OTHER;

    /** @param source in a person's words, may be null */
    public static Bureau of(String source) {
        String said = source == null
                ? ""
                : Normalizer.normalize(source, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        if (said.contains("TDB") || said.contains("帝国データバンク") || said.contains("TEIKOKU")) {
            return TDB;
        }
        return said.contains("TSR") || said.contains("東京商工リサーチ") || said.contains("TOKYO SHOKO") ? TSR : OTHER;
    }
}
