package io.seikyu.documents.bank;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file says of one account.
 *
 * @param source where it begins in the file, e.g. {@code record 1}
 * @param from   the first day it tells of, or null when it does not say
 * @param to     the last one
 */
public record BankStatement(
        String source, AccountNumber account, LocalDate from, LocalDate to, List<BankRecord> records) {
    public BankStatement {
        records = List.copyOf(records);
    }
}
