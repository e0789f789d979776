package io.seikyu.query.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.projection.Dated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payer's account as it is today.
 *
 * @param aliases  names the payer once had, under which money may still come in
 * @param versions every version, in the order in which they were recorded; absent in lists
 */
public record AccountAnswer(
        String clientId,
        String accountId,
        @JsonUnwrapped AccountDetails details,
        List<String> aliases,
        @Nullable List<Dated<AccountDetails>> versions) {
    static AccountAnswer row(AccountView view, LocalDate today) {
        return of(view, today, null);
    }

    static AccountAnswer whole(AccountView view, LocalDate today) {
        return of(view, today, view.versions());
    }

    private static AccountAnswer of(AccountView view, LocalDate today, @Nullable List<Dated<AccountDetails>> versions) {
        AccountDetails details = Dated.on(today, view.versions());
        return new AccountAnswer(view.clientId(), view.accountId(), details, view.aliases(details), versions);
    }
}
