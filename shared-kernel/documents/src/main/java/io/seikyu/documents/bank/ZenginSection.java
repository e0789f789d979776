package io.seikyu.documents.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was read of one account so far. */
final class ZenginSection {
    private final String source;
    private final AccountNumber account;
    private final LocalDate from;
    private final LocalDate to;
    private final List<BankRecord> records = new ArrayList<>();
    private int data;

    /** What trailers count: kept apart as each kind of file does. */
    final Sum first = new Sum();

    final Sum second = new Sum();

    ZenginSection(String source, AccountNumber account, LocalDate from, LocalDate to) {
        this.source = source;
        this.account = account;
        this.from = from;
        this.to = to;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** A data record, whether it can be used or not. */
    void counted() {
        data++;
    }

    int data() {
        return data;
    }

    void add(BankRecord record) {
        records.add(record);
    }

    BankStatement statement() {
        return new BankStatement(source, account, from, to, records);
    }

    /** How many, and how much. */
    static final class Sum {
        private long count;
        private long total;

        void add(long amount) {
            count++;
            total += amount;
        }

        long count() {
            return count;
        }

        long total() {
            return total;
        }
    }
}
