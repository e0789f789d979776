package io.seikyu.command.bankfile;

import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.bank.NumberedBankAccounts;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.documents.bank.AccountNumber;
import io.seikyu.web.access.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the account on file that a bank's file tells of. */
final class BankFileAccounts {
    private static final List<String> KINDS = List.of("1", "2", "4");

    private final NumberedBankAccounts accounts;

    BankFileAccounts(NumberedBankAccounts accounts) {
        this.accounts = accounts;
    }

    /** Empty when there is none, or several, that the caller may use. */
    Optional<BankAccountState> find(AccountNumber said, Tenancy tenancy) {
        if (said.bank() == null || said.branch() == null || said.number() == null) {
            return Optional.empty();
        }
        Stream<String> kinds = KINDS.contains(String.valueOf(said.kind())) ? Stream.of(said.kind()) : KINDS.stream();
        List<BankAccountState> found = kinds.flatMap(kind ->
                        accounts.find(new BankDetails(said.bank(), said.branch(), kind, said.number(), null)).stream())
                .filter(account -> isFor(tenancy, account.clientId()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** By the id that the caller names, which may be the agency's or a client company's that it may act for. */
    Optional<BankAccountState> find(String id, Tenancy tenancy) {
        Optional<BankAccountState> ofAgency =
                tenancy.mayBeOfAgency() ? accounts.find(new BankAccountId(Ids.AGENCY, id)) : Optional.empty();
        return ofAgency.or(
                () -> tenancy.clients().single().flatMap(tenant -> accounts.find(new BankAccountId(tenant, id))));
    }

    private static boolean isFor(Tenancy tenancy, String tenant) {
        return tenant.equals(Ids.AGENCY)
                ? tenancy.mayBeOfAgency()
                : tenancy.clients().allows(tenant);
    }
}
