package io.seikyu.documents.pint;

/**
 * Where an invoice of ours says in JP PINT what JP PINT has no field for. Others' files need none of it.
 *
 * <ul>
 *   <li>item attributes (ibg-32): with prices that include tax, the price and amount as agreed; a line's own contract;
 *       that a line is an expense
 *   <li>the reason of an allowance or charge (ibt-097, ibt-104): {@code CODE: description}, and the amount with tax
 *       behind it where prices include tax
 *   <li>the payment type (ibt-182) of a paid amount: a receipt, an earlier invoice, or tax withheld at the source
 * </ul>
 */
final class Conventions {
    static final String GROSS_PRICE = "税込単価";
    static final String GROSS_AMOUNT = "税込金額";
    static final String CONTRACT = "契約番号";
    static final String KIND = "区分";
    static final String EXPENSE = "経費";

    static final String BY_RECEIPT = "入金";
    static final String BY_INVOICE = "前払請求書";
    static final String WITHHELD = "源泉徴収税額";

    static final String CODE_ENDS = ": ";
    static final String GROSS_BEGINS = "（税込 ";
    static final String GROSS_ENDS = "円）";

    private Conventions() {}
}
