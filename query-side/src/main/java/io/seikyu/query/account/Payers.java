package io.seikyu.query.account;

import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projections;
import io.seikyu.web.access.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds payers for questions about other things. */
public final class Payers {
    private final LiveProjection<AccountView> accounts;

    public Payers(Projections projections) {
        this.accounts = projections.of(AccountProjection.class);
    }

    /**
     * Those who are or were called so: by a part of a name, in kanji or kana, or by a whole number (法人番号, 登録番号).
     *
     * @return names by which other views know them, {@link #key}
     */
    public List<String> called(TenantScope scope, String text) {
        return accounts.views().streams(scope, List.of(AccountViewStore.called(text))).stream()
                .map(stream -> stream.split("/", 3))
                .map(stream -> key(stream[0], stream[2]))
                .toList();
    }

    /** Those who are or were insolvent (倒産). */
    public Insolvencies insolvencies(TenantScope scope) {
        Map<String, List<Credit.Insolvency>> byPayer = new HashMap<>();
        accounts.views()
                .forEach(
                        scope,
                        List.of(AccountViewStore.everInsolvent()),
                        view -> byPayer.put(
                                key(view.clientId(), view.accountId()),
                                view.credit().insolvencies()));
        return new Insolvencies(byPayer);
    }

    /** One payer, or another thing of a client company, among those of all client companies. */
    public static String key(String clientId, String id) {
        return clientId + "/" + id;
    }
}
