package io.seikyu.contract.bank;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files in which a bank tells what came in. Each has a word by which callers and events name it. */
public enum BankFileFormat {
    /** 全銀 振込入金通知 A. */
    ZENGIN_01("zengin-01"),
    /** 全銀 入出金取引明細. */
    ZENGIN_03("zengin-03"),
    /** ISO 20022 BankToCustomerDebitCreditNotification. */
    CAMT_054("camt.054");

    private final String word;

    BankFileFormat(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<BankFileFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    /** All words, for a person. */
    public static String words() {
        return Arrays.stream(values()).map(BankFileFormat::word).collect(Collectors.joining(", "));
    }
}
