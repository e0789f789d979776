package io.seikyu.command.matching.truth;

/** What a transfer of the truth set shows. */
enum Kind {
    ONE("one invoice, wholly paid"),
    TWIN("one of several invoices over the same amount"),
    FEE("one invoice, short by the transfer fee the contract lets the payer deduct"),
    TOGETHER("all invoices that are due on one day or on several that follow each other"),
    TOGETHER_FEE("several that are due together, short by the fee"),
    GAPS("several invoices, while others due between them stay open"),
    OLD_NAME("under a name the payer had before"),
    OTHERS_ACCOUNT("from somebody else's bank account"),
    WRONG_ACCOUNT("on another payer's virtual account"),
    FORBIDDEN_FEE("short by a fee that the payer may not deduct"),
    PART("a part of an invoice"),
    MORE("more than an invoice"),
    AGAIN("an invoice that was paid before"),
    UNKNOWN("from somebody who is no payer"),
    UNKNOWN_TWIN("from somebody who is no payer, over what somebody has open");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
