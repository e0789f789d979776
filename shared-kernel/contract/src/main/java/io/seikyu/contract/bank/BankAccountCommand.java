package io.seikyu.contract.bank;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import java.math.BigDecimal;
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

    /**
     * Asks for other details; a second person decides, and until then the present ones hold.
     *
     * @param today the business date of the asking
     */
    record AmendBankAccount(BankAccountId target, Amendment<BankDetails> changes, String reason, LocalDate today)
            implements BankAccountCommand {}

    /**
     * A bank took money back that cannot be found, or not be taken back here: a person has to look.
     *
     * @param bookedOn  of the record that says so
     * @param reference the bank's, or null
     * @param file      the file it stands in, by its hash
     * @param source    where it stands there, e.g. {@code record 7}
     * @param why       in a word, e.g. {@code receipt-not-found}
     */
    record ReportCancellation(
            BankAccountId target,
            LocalDate bookedOn,
            BigDecimal amount,
            String reference,
            String file,
            String source,
            String why)
            implements BankAccountCommand {}
}
