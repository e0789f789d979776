package io.seikyu.contract.client;

/**
 * A bank account (口座) as it stands on an invoice.
 *
 * @param bank   bank code, 4 digits
 * @param branch branch code, 3 digits
 * @param kind   1 ordinary 普通, 2 current 当座, 4 savings 貯蓄
 * @param number 7 digits
 * @param holder in half-width or full-width kana
 */
public record BankDetails(String bank, String branch, String kind, String number, String holder) {}
