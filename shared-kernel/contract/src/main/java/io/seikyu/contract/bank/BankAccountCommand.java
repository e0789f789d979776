package io.seikyu.contract.bank;

import io.seikyu.contract.Command;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import java.time.LocalDate;

/** What can be asked of a bank account. */
public sealed interface BankAccountCommand extends Command {
    @Override
    BankAccountId target();

    /** @param bookingFormat of the files that book; files of another format only reconcile */
    record OpenBankAccount(BankAccountId target, BankDetails details, BankFileFormat bookingFormat)
            implements BankAccountCommand {}

    /**
     * Bank data is complete up to and with {@code through}, not after {@code today}. An earlier day than the one that is
     * known says nothing new.
     */
    record CoverBankAccount(BankAccountId target, LocalDate through, LocalDate today) implements BankAccountCommand {}
}
