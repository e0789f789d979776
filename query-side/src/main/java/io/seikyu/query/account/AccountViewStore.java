package io.seikyu.query.account;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.party.KanaText;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/** How payers are looked for. */
final class AccountViewStore {
    private static final Pattern NUMBER = Pattern.compile("T?[0-9]{13}");

    private AccountViewStore() {}

    /** Those with this number (法人番号, 登録番号), or with this text in one of their names, today's or earlier. */
    static Bson called(String text) {
        String plain = KanaText.normalised(text);
        Bson named = Filters.regex(search(AccountProjection.NAMES), Pattern.compile(Pattern.quote(plain)));
        if (!NUMBER.matcher(plain).matches()) {
            return named;
        }
        String digits = plain.replace("T", "");
        return Filters.or(named, Filters.in(search(AccountProjection.NUMBERS), digits, "T" + digits));
    }

    static Bson everInsolvent() {
        return Filters.eq(search(AccountProjection.EVER_INSOLVENT), true);
    }
}
