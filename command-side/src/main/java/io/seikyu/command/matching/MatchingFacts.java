package io.seikyu.command.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a receipt is matched by: the transfer, and the payers it may be of with what is open of each right now. The order
 * of payers, names and items does not count.
 *
 * @param payer    the account that the money is known to come from, or null
 * @param overflow whether more payers fit than were looked at, so that nobody is the only one
 */
public record MatchingFacts(Transfer transfer, String payer, List<Payer> payers, boolean overflow) {
    /**
     * @param amount         whole yen
     * @param virtualAccount the number that the money came in on, or null
     */
    public record Transfer(LocalDate bookedOn, BigDecimal amount, String payerName, String virtualAccount) {}

    /**
     * @param virtualAccount a number that this payer alone transfers to, or null
     * @param names          today's and earlier ones, in kanji or kana
     * @param aliases        names that a person taught, of whom it knows that they pay for this payer
     * @param paid           over how many yen the invoices were of which nothing is open any more
     */
    public record Payer(
            String accountId,
            String virtualAccount,
            Set<String> names,
            Set<String> aliases,
            List<OpenItem> items,
            Set<BigDecimal> paid) {}

    /**
     * An invoice that the payer has and that is not wholly paid.
     *
     * @param open   whole yen, more than 0
     * @param feeCap up to how many yen of transfer fee the contract lets the payer deduct; 0: none
     */
    public record OpenItem(String invoiceId, LocalDate dueDate, BigDecimal open, BigDecimal feeCap) {}
}
