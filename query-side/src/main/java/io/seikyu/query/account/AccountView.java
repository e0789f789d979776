package io.seikyu.query.account;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.projection.Dated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A payer's account with every version of its details, what is known of its credit, and how people deal with it. */
public record AccountView(
        String clientId, String accountId, List<Dated<AccountDetails>> versions, Credit credit, Dealings dealings) {
    /** Names the payer once had: money may still come in under them. In order of first use, without those of today. */
    public List<String> aliases(AccountDetails today) {
        Set<String> names = new LinkedHashSet<>();
        versions.forEach(version -> names.addAll(names(version.content())));
        names.removeAll(names(today));
        return List.copyOf(names);
    }

    AccountView with(Credit next) {
        return new AccountView(clientId, accountId, versions, next, dealings);
    }

    AccountView with(Dealings next) {
        return new AccountView(clientId, accountId, versions, credit, next);
    }

    static List<String> names(AccountDetails details) {
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
