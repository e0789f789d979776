package io.seikyu.command.matching;

import io.seikyu.contract.party.KanaText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys by which payers are found who a transfer may be of. A payer that {@link MatchingPolicy} would see named in a
 * transfer shares a key with it; one that shares a key need not be named.
 */
public final class NameKeys {
    private NameKeys() {}

    /** Those of a name that a payer has, or had. */
    public static Set<String> ofName(String name) {
        PayerName parsed = PayerName.of(name);
        Set<String> keys = new LinkedHashSet<>();
        keys.add(name(parsed));
        if (parsed.head() != null) {
            keys.add(head(parsed));
        }
        return keys;
    }

    /** That of a name that a person taught. */
    public static String ofAlias(String alias) {
        return alias(KanaText.normalised(alias));
    }

    /** Those of a transfer's text. */
    public static Set<String> ofTransfer(String text) {
        List<PayerName> readings = PayerName.readings(text);
        boolean mayBeCut = PayerName.mayBeCut(text);
        Set<String> keys = new LinkedHashSet<>();
        for (PayerName reading : readings) {
            keys.add(name(reading));
            keys.add(alias(reading.whole()));
            if (mayBeCut && reading.head() != null) {
                keys.add(head(reading));
            }
        }
        return keys;
    }

    private static String name(PayerName parsed) {
        return "name\n" + parsed.name();
    }

    private static String head(PayerName parsed) {
        return "head\n" + parsed.head();
    }

    private static String alias(String whole) {
        return "alias\n" + whole;
    }
}
