package io.seikyu.command.bank;

import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.Ids;
import java.util.Optional;

/** The bank accounts on file, to be looked at and not to be changed. */
@FunctionalInterface
public interface BankAccounts {
    Optional<BankAccountState> find(BankAccountId id);

    static BankAccounts of(OnFile<BankAccount> accounts) {
        return id -> accounts.find(id.toString()).map(BankAccount::state);
    }

    /** The one that a contract of this client company may name: its own, else the agency's. */
    default Optional<BankAccountState> collecting(String clientId, String bankAccountId) {
        return find(new BankAccountId(clientId, bankAccountId))
                .or(() -> find(new BankAccountId(Ids.AGENCY, bankAccountId)));
    }
}
