package io.seikyu.command.bankfile;

import java.time.LocalDate;

/**
 * What a file says of an account as a whole, kept as the last row of that account.
 *
 * @param books whether files of this format book on the account
 * @param from  the first day it tells of, or null
 * @param to    the last one
 * @param count how many transfers came in, by the file
 */
record CoverageRow(String bankAccountId, boolean books, LocalDate from, LocalDate to, int count) {}
