package io.seikyu.command.matching.truth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A payer of the truth set, and what it owes. */
final class Payer {
    final String id;
    /** As its bank has it, in large half-width kana. */
    final BankName bankName;
    /** As they are on file; without a form where nobody wrote it down. */
    final List<BankName> onFile = new ArrayList<>();

    final List<String> namesOnFile = new ArrayList<>();

    final List<String> aliases = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final List<Item> paid = new ArrayList<>();
    String virtualAccount;
    BankName oldName;
    /** Whose bank account it uses at times. */
    BankName friend;
    /** Yen of transfer fee that it may deduct. */
    long feeCap;

    Payer(String id, BankName bankName) {
        this.id = id;
        this.bankName = bankName;
    }

    void pay(Item item, long amount) {
        item.open -= amount;
        if (item.open <= 0) {
            items.remove(item);
            paid.add(item);
        }
    }

    /** An invoice. */
    static final class Item {
        final String id;
        final LocalDate due;
        final long amount;
        long open;

        Item(String id, LocalDate due, long amount) {
            this.id = id;
            this.due = due;
            this.amount = amount;
            this.open = amount;
        }

        BigDecimal openYen() {
            return BigDecimal.valueOf(open);
        }
    }
}
