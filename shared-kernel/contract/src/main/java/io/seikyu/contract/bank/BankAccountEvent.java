package io.seikyu.contract.bank;

import io.seikyu.contract.Event;
import io.seikyu.contract.client.BankDetails;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The life of a bank account (口座) that money comes in on. */
public sealed interface BankAccountEvent extends Event {
    /** Whose it is: a client company, or {@code agency}. */
    String clientId();

    String bankAccountId();

    /**
     * @param details       holder and number are sealed for an account of a client company, which may be a person's
     * @param bookingFormat of the files that book, see {@link BankFileFormat}
     */
    record BankAccountOpened(String clientId, String bankAccountId, BankDetails details, String bookingFormat)
            implements BankAccountEvent {}

    /**
     * A second person approved other details, which hold from now on.
     *
     * @param details holder and number are sealed as when it was opened
     */
    record BankAccountAmended(String clientId, String bankAccountId, BankDetails details, String approvalId)
            implements BankAccountEvent {}

    /** Everything that came in on it up to and with {@code through} is known. */
    record BankAccountCovered(String clientId, String bankAccountId, LocalDate through) implements BankAccountEvent {}

    /**
     * A bank took money back (取消), and which receipt that was is for a person to find out.
     *
     * @param reference the bank's; may be absent
     * @param file      the file that says so, by its hash
     * @param source    where it stands there, e.g. {@code record 7}
     * @param why       in a word, e.g. {@code receipt-not-found}
     */
    record CancellationLeftOpen(
            String clientId,
            String bankAccountId,
            LocalDate bookedOn,
            BigDecimal amount,
            String reference,
            String file,
            String source,
            String why)
            implements BankAccountEvent {}
}
