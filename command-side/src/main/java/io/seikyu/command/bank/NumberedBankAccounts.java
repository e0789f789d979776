package io.seikyu.command.bank;

import io.seikyu.contract.client.BankDetails;
import java.util.Optional;

/** The bank accounts on file, also by what the bank calls them. */
public interface NumberedBankAccounts extends BankAccounts {
    /** By bank, branch, kind and number. */
    Optional<BankAccountState> find(BankDetails details);
}
