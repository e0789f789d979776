package io.seikyu.contract.bank;

import io.seikyu.contract.Event;
import io.seikyu.contract.client.BankDetails;
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

    /** Everything that came in on it up to and with {@code through} is known. */
    record BankAccountCovered(String clientId, String bankAccountId, LocalDate through) implements BankAccountEvent {}
}
