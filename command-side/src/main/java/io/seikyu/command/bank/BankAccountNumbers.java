package io.seikyu.command.bank;

import io.seikyu.contract.client.BankDetails;

/** Sees to it that an account of a bank is on file once. */
public interface BankAccountNumbers {
    /**
     * Takes bank, branch, kind and number for what the running command makes.
     *
     * @return false when they are taken
     */
    boolean claim(BankDetails details);

    /** Gives them back. */
    void free(BankDetails details);
}
