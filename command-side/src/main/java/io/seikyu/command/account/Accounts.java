package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.AccountId;
import java.util.Optional;

/** The payers on file, to be looked at and not to be changed. */
@FunctionalInterface
public interface Accounts {
    Optional<CustomerAccount> find(AccountId id);

    static Accounts of(OnFile<CustomerAccount> accounts) {
        return id -> accounts.find(id.toString());
    }

    /** @throws Refusal when this client has no such payer */
    default CustomerAccount get(AccountId id) {
        return find(id).orElseThrow(
                        () -> Refusal.notFound("account-not-found", "there is no account '" + id.value() + "'"));
    }
}
