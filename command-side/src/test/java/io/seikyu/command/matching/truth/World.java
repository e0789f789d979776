package io.seikyu.command.matching.truth;

import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.NameKeys;
import io.seikyu.command.matching.truth.Payer.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Payers, what they owe, and what is on file of them. Some share names, and many share amounts. */
final class World {
    private static final long[] COMMON = {33_000, 55_000, 88_000, 110_000, 165_000, 220_000, 330_000, 550_000};
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    final List<Payer> payers = new ArrayList<>();
    private final Map<String, Set<Payer>> byKey = new HashMap<>();
    private final Map<String, Payer> byAccount = new HashMap<>();
    private final Random random;
    private final Names names;
    private int invoices;

    World(Random random, int size) {
        this.random = random;
        this.names = new Names(random);
        while (payers.size() < size) {
            add();
        }
    }

    private void add() {
        Payer payer = new Payer(String.format("p%05d", payers.size()), name());
        onFile(payer, payer.bankName);
        if (random.nextInt(20) == 0) {
            payer.oldName = names.company();
            onFile(payer, payer.oldName);
        }
        if (random.nextInt(3) == 0) {
            payer.virtualAccount = String.format("%07d", 1_000_000 + payers.size());
            byAccount.put(payer.virtualAccount, payer);
        }
        if (random.nextInt(10) == 0) {
            payer.friend = names.person();
        }
        payer.feeCap = random.nextInt(5) < 2 ? random.nextInt(3) == 0 ? 440 : 880 : 0;
        int style = random.nextInt(100);
        long fixed = amount(style);
        int count = random.nextInt(10) == 0 ? 20 + random.nextInt(11) : 1 + random.nextInt(17);
        for (int i = 0; i < count; i++) {
            LocalDate due = FIRST.plusMonths(random.nextInt(14)).atEndOfMonth();
            payer.items.add(new Item(
                    String.format("i%06d", invoices++),
                    due,
                    style < 20 && random.nextInt(4) > 0 ? fixed : amount(style)));
        }
        payer.items.sort(Comparator.comparing((Item item) -> item.due).thenComparing(item -> item.id));
        payers.add(payer);
    }

    /** One in forty has a name that is another payer's too, or nearly. */
    private BankName name() {
        if (payers.size() > 10 && random.nextInt(40) == 0) {
            BankName other = payers.get(random.nextInt(payers.size())).bankName;
            return switch (random.nextInt(4)) {
                case 0 -> other;
                case 1 -> other.onTheOtherSide();
                case 2 -> names.sameNameOtherForm(other);
                default -> names.longerBy(other);
            };
        }
        return random.nextInt(10) == 0 ? names.person() : names.company();
    }

    private void onFile(Payer payer, BankName name) {
        int drawn = random.nextInt(100);
        BankName known = drawn < 12 ? name.withoutForm() : drawn < 14 ? name.onTheOtherSide() : name;
        String text = drawn < 60 || known.form().isEmpty() ? known.inFull() : known.transferred();
        payer.onFile.add(known);
        payer.namesOnFile.add(text);
        NameKeys.ofName(text)
                .forEach(key -> byKey.computeIfAbsent(key, none -> new LinkedHashSet<>())
                        .add(payer));
    }

    /** A person teaches that this name pays for this payer. */
    void learn(Payer payer, String alias) {
        payer.aliases.add(alias);
        byKey.computeIfAbsent(NameKeys.ofAlias(alias), none -> new LinkedHashSet<>())
                .add(payer);
    }

    private long amount(int style) {
        if (random.nextInt(10) == 0) {
            return COMMON[random.nextInt(COMMON.length)];
        }
        long size = (long) Math.exp(Math.log(8_000) + random.nextDouble() * Math.log(200));
        return style < 50 ? size / 100 * 110 : style < 70 ? size / 1_000 * 1_000 : size;
    }

    /** Whom the index of names and accounts gives, and everybody who has this amount open. */
    Set<Payer> candidates(String text, String virtualAccount, long amount) {
        Set<Payer> found = new LinkedHashSet<>();
        NameKeys.ofTransfer(text).forEach(key -> found.addAll(byKey.getOrDefault(key, Set.of())));
        if (byAccount.containsKey(virtualAccount)) {
            found.add(byAccount.get(virtualAccount));
        }
        payers.stream()
                .filter(payer -> payer.items.stream().anyMatch(item -> item.open == amount))
                .limit(20)
                .forEach(found::add);
        return found;
    }

    Payer ofAccount(String virtualAccount) {
        return byAccount.get(virtualAccount);
    }

    static OpenItem asOpen(Payer payer, Item item) {
        return new OpenItem(item.id, item.due, item.openYen(), BigDecimal.valueOf(payer.feeCap));
    }
}
