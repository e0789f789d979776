package io.seikyu.query.account;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.projection.Dated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A payer's account with every version of its details, and what is known of its credit. */
public record AccountView(String clientId, String accountId, List<Dated<AccountDetails>> versions, Credit credit) {
    /** Names the payer once had: money may still come in under them. In order of first use, without those of today. */
    public List<String> aliases(AccountDetails today) {
        Set<String> names = new LinkedHashSet<>();
        versions.forEach(version -> names.addAll(names(version.content())));
        names.removeAll(names(today));
        return List.copyOf(names);
    }

    AccountView with(Credit next) {
        return new AccountView(clientId, accountId, versions, next);
    }

    private static List<String> names(AccountDetails details) {
        List<String> names = new ArrayList<>();
        names.add(details.name());
        names.add(details.nameKana());
        if (details.payerNames() != null) {
            names.addAll(details.payerNames());
        }
        names.removeIf(Objects::isNull);
        return names;
    }
}
