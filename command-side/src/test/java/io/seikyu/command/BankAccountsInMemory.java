package io.seikyu.command;

import io.seikyu.command.bank.BankAccountNumbers;
import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.bank.NumberedBankAccounts;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bank accounts without a log. */
public final class BankAccountsInMemory implements NumberedBankAccounts, BankAccountNumbers {
    private final Map<BankAccountId, BankAccountState> accounts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    public void add(BankAccountState account) {
        accounts.put(account.id(), account);
        taken.add(key(account.details()));
    }

    @Override
    public Optional<BankAccountState> find(BankAccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<BankAccountState> find(BankDetails details) {
        return accounts.values().stream()
                .filter(account -> key(account.details()).equals(key(details)))
                .findFirst();
    }

    @Override
    public boolean claim(BankDetails details) {
        return taken.add(key(details));
    }

    @Override
    public void free(BankDetails details) {
        taken.remove(key(details));
    }

    private static String key(BankDetails details) {
        return details.bank() + details.branch() + details.kind() + details.number();
    }
}
