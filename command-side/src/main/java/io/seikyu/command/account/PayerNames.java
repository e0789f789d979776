package io.seikyu.command.account;

import io.seikyu.contract.account.AccountDetails;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names under which a payer's money comes in. */
final class PayerNames {
    private PayerNames() {}

    /** {@code amended} with every name that {@code present} was known by and that it does not carry any more. */
    static AccountDetails keepOld(AccountDetails present, AccountDetails amended) {
        Set<String> names = new LinkedHashSet<>(orEmpty(amended.payerNames()));
        names.addAll(orEmpty(present.payerNames()));
        names.add(present.name());
        names.add(present.nameKana());
        names.remove(null);
        names.remove(amended.name());
        names.remove(amended.nameKana());
        return new AccountDetails(
                amended.name(),
                amended.nameKana(),
                amended.corporate(),
                amended.corporateNumber(),
                amended.registrationNumber(),
                amended.email(),
                amended.phone(),
                amended.postalAddress(),
                amended.contactPerson(),
                new ArrayList<>(names),
                amended.virtualAccount(),
                amended.monthlySales(),
                amended.collectionMonths(),
                amended.foundedOn(),
                amended.language());
    }

    private static List<String> orEmpty(List<String> names) {
        return names == null ? List.of() : names;
    }
}
