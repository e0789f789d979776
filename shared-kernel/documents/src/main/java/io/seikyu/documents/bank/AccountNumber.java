package io.seikyu.documents.bank;

/**
 * How a file names an account (口座). What the file does not say is null; it always says the number.
 *
 * @param bank   4 digits
 * @param branch 3 digits
 * @param kind   1 ordinary 普通, 2 current 当座, 4 savings 貯蓄, or another digit
 * @param number 7 digits as a rule
 */
public record AccountNumber(String bank, String branch, String kind, String number) {}
