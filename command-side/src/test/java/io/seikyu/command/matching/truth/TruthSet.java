package io.seikyu.command.matching.truth;

import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.matching.truth.Payer.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Transfers of which it is known what they are for. Each is drawn against what is open when its turn comes. Payers who
 * owe the same amount several times pay the oldest.
 *
 * <p>A part, a sum or an overpayment that happens to be exactly what another invoice of the same payer has open is drawn
 * again: nobody could tell it from the payment of that invoice. {@link #redrawn()} says how often.
 */
final class TruthSet {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final long[] FEES = {110, 145, 165, 220, 275, 330, 440, 550, 605, 660, 770, 880};
    private static final int MOST_ITEMS = 16;

    private final Random random;
    private final World world;
    private final Names names;
    private int redrawn;

    TruthSet(Random random, World world) {
        this.random = random;
        this.world = world;
        this.names = new Names(random);
    }

    int redrawn() {
        return redrawn;
    }

    TruthTransfer next() {
        while (true) {
            Kind kind = kind();
            Payer payer = world.payers.get(random.nextInt(world.payers.size()));
            Map<Item, Long> paid = paid(kind, payer);
            if (paid != null) {
                TruthTransfer drawn = transfer(kind, payer, paid);
                if (drawn != null) {
                    return drawn;
                }
            }
        }
    }

    private Kind kind() {
        int drawn = random.nextInt(100);
        int[] upTo = {38, 44, 56, 65, 68, 71, 74, 79, 80, 82, 87, 89, 90, 95, 100};
        return Kind.values()[
                IntStream.range(0, upTo.length)
                        .filter(i -> drawn < upTo[i])
                        .findFirst()
                        .orElseThrow()];
    }

    /** What the payer means to pay, or null when it cannot do this. */
    private Map<Item, Long> paid(Kind kind, Payer payer) {
        List<Item> items = payer.items;
        if (kind == Kind.UNKNOWN || kind == Kind.UNKNOWN_TWIN) {
            return Map.of();
        }
        if (kind == Kind.AGAIN) {
            return payer.paid.isEmpty() ? null : Map.of();
        }
        if (items.isEmpty()) {
            return null;
        }
        boolean possible = switch (kind) {
            case FEE, TOGETHER_FEE -> payer.feeCap > 0;
            case FORBIDDEN_FEE -> payer.feeCap == 0;
            case OLD_NAME -> payer.oldName != null;
            case OTHERS_ACCOUNT -> payer.friend != null;
            default -> true;
        };
        int least = kind == Kind.GAPS ? 3 : kind == Kind.TOGETHER || kind == Kind.TOGETHER_FEE ? 2 : 1;
        if (!possible || items.size() < least) {
            return null;
        }
        return switch (kind) {
            case TOGETHER, TOGETHER_FEE -> together(items);
            case GAPS -> gaps(items);
            case TWIN -> twin(items);
            default -> oldest(items, items.get(random.nextInt(items.size())));
        };
    }

    private static Map<Item, Long> oldest(List<Item> items, Item meant) {
        Item oldest = items.stream()
                .filter(item -> item.open == meant.open)
                .findFirst()
                .orElseThrow();
        return Map.of(oldest, oldest.open);
    }

    private static Map<Item, Long> twin(List<Item> items) {
        return items.stream()
                .filter(item ->
                        items.stream().filter(other -> other.open == item.open).count() > 1)
                .findFirst()
                .map(item -> Map.of(item, item.open))
                .orElse(null);
    }

    /** All, all that is due up to a day, or all of one or two days. */
    private Map<Item, Long> together(List<Item> items) {
        List<LocalDate> days =
                items.stream().map(item -> item.due).distinct().sorted().toList();
        int first = random.nextBoolean() ? 0 : random.nextInt(days.size());
        int last = first == 0 ? random.nextInt(days.size()) : Math.min(days.size() - 1, first + random.nextInt(2));
        int end = random.nextInt(3) == 0 ? days.size() - 1 : last;
        List<Long> amounts = amounts(between(items, days.get(first), days.get(end)));
        if (amounts.size() < 2) {
            return null;
        }
        // of several choices over the same amounts the payer means the earliest
        return days.stream()
                .flatMap(from -> days.stream().map(to -> between(items, from, to)))
                .filter(some -> amounts(some).equals(amounts))
                .findFirst()
                .map(TruthSet::whole)
                .orElseThrow();
    }

    private static List<Item> between(List<Item> items, LocalDate from, LocalDate to) {
        return items.stream()
                .filter(item -> !item.due.isBefore(from) && !item.due.isAfter(to))
                .toList();
    }

    private static List<Long> amounts(List<Item> items) {
        return items.stream().map(item -> item.open).sorted().toList();
    }

    private Map<Item, Long> gaps(List<Item> items) {
        Map<Item, Long> chosen = new LinkedHashMap<>();
        List<Item> taken = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (random.nextInt(2) == 0 && taken.size() < 5) {
                taken.add(items.get(i));
            }
        }
        if (taken.size() < 2) {
            return null;
        }
        // of equal ones the oldest
        for (Item item : taken) {
            items.stream()
                    .filter(other -> other.open == item.open && !chosen.containsKey(other))
                    .findFirst()
                    .ifPresent(other -> chosen.put(other, other.open));
        }
        return chosen;
    }

    private static Map<Item, Long> whole(List<Item> items) {
        Map<Item, Long> whole = new LinkedHashMap<>();
        items.forEach(item -> whole.put(item, item.open));
        return whole;
    }

    private TruthTransfer transfer(Kind kind, Payer payer, Map<Item, Long> paid) {
        long sum = paid.values().stream().mapToLong(Long::longValue).sum();
        long fee = kind == Kind.FEE || kind == Kind.TOGETHER_FEE ? fee(payer.feeCap) : 0;
        long greatest = paid.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (fee > 0 && fee >= greatest) {
            return null;
        }
        long amount = switch (kind) {
            case FEE, TOGETHER_FEE -> sum - fee;
            case FORBIDDEN_FEE -> sum - FEES[random.nextInt(FEES.length)];
            case PART -> part(sum);
            case MORE -> sum + 1 + random.nextInt(50_000);
            case AGAIN -> payer.paid.get(random.nextInt(payer.paid.size())).amount;
            case UNKNOWN -> 1_000 + random.nextInt(500_000);
            case UNKNOWN_TWIN -> amountOfSomebody();
            default -> sum;
        };
        if (amount <= 0) {
            return null;
        }
        boolean clears = paid.size() > 0
                && kind != Kind.PART
                && kind != Kind.MORE
                && kind != Kind.FORBIDDEN_FEE
                && kind != Kind.AGAIN;
        boolean looksWhole = Ways.isWholly(payer, amount) && !(clears && paid.size() == 1);
        if (paid.size() > 0 && looksWhole || kind == Kind.AGAIN && looksWhole) {
            redrawn++;
            return null;
        }
        Payer sender = kind == Kind.UNKNOWN || kind == Kind.UNKNOWN_TWIN ? null : payer;
        String account = account(kind, payer);
        Sent sent = sent(kind, payer);
        boolean unambiguous =
                clears && kind != Kind.WRONG_ACCOUNT && isTold(payer, sent, account) && isOneWay(kind, payer, amount);
        return new TruthTransfer(
                kind,
                new Transfer(DAY.plusDays(random.nextInt(30)), BigDecimal.valueOf(amount), sent.text(), account),
                sender,
                clears ? paid : Map.of(),
                fee,
                unambiguous);
    }

    /** One in ten is what no bank is known to take. */
    private long fee(long cap) {
        while (true) {
            long fee = random.nextInt(10) == 0 ? 1 + random.nextInt((int) cap) : FEES[random.nextInt(FEES.length)];
            if (fee <= cap) {
                return fee;
            }
        }
    }

    private long part(long sum) {
        return random.nextBoolean() ? sum / 2 : sum * (2 + random.nextInt(6)) / 10 / 1_000 * 1_000;
    }

    private long amountOfSomebody() {
        while (true) {
            Payer somebody = world.payers.get(random.nextInt(world.payers.size()));
            if (!somebody.items.isEmpty()) {
                return somebody.items.get(0).open;
            }
        }
    }

    private String account(Kind kind, Payer payer) {
        if (kind == Kind.WRONG_ACCOUNT) {
            while (true) {
                Payer other = world.payers.get(random.nextInt(world.payers.size()));
                if (other != payer && other.virtualAccount != null) {
                    return other.virtualAccount;
                }
            }
        }
        boolean known = kind != Kind.UNKNOWN && kind != Kind.UNKNOWN_TWIN;
        return known && random.nextInt(8) > 0 ? payer.virtualAccount : null;
    }

    private Sent sent(Kind kind, Payer payer) {
        BankName name = switch (kind) {
            case OLD_NAME -> payer.oldName;
            case OTHERS_ACCOUNT -> payer.friend;
            case UNKNOWN, UNKNOWN_TWIN -> stranger();
            default -> payer.bankName;
        };
        String text = name.transferred();
        if (random.nextInt(12) == 0) {
            text = String.format("%0" + (1 + random.nextInt(10)) + "d", random.nextInt(10)) + " " + text;
        }
        int field = random.nextInt(4) == 0 ? 26 : 48;
        boolean cut = text.length() > field;
        return new Sent(name, cut ? text.substring(0, field).strip() : text, cut);
    }

    private BankName stranger() {
        while (true) {
            BankName name = random.nextBoolean() ? names.person() : names.company();
            boolean taken = world.payers.stream()
                    .anyMatch(payer -> payer.aliases.contains(name.transferred())
                            || payer.onFile.stream()
                                    .anyMatch(known -> known.core().equals(name.core())));
            if (!taken) {
                return name;
            }
        }
    }

    /** Whether the payer, and nobody else, is told by account and name. */
    private boolean isTold(Payer payer, Sent sent, String account) {
        List<Payer> named = named(sent);
        if (account != null) {
            return world.ofAccount(account) == payer && (named.isEmpty() || named.contains(payer));
        }
        return named.equals(List.of(payer));
    }

    private List<Payer> named(Sent sent) {
        List<Payer> can = world.payers.stream()
                .filter(payer -> payer.aliases.contains(sent.name().transferred())
                        || payer.onFile.stream().anyMatch(known -> isSame(known, sent)))
                .toList();
        if (!can.isEmpty()) {
            return can;
        }
        return world.payers.stream()
                .filter(payer -> payer.onFile.stream().anyMatch(known -> known.resembles(sent.name())))
                .toList();
    }

    private static boolean isSame(BankName known, Sent sent) {
        if (known.canBe(sent.name())) {
            return true;
        }
        String written = known.transferred();
        String text = sent.text().replaceFirst("^[0-9]+ ", "");
        return sent.cut() && written.length() > text.length() && written.startsWith(text);
    }

    private static boolean isOneWay(Kind kind, Payer payer, long amount) {
        int plain = Ways.plain(payer, amount);
        if (kind != Kind.GAPS) {
            return plain == 1;
        }
        return plain == 1 || plain == 0 && payer.items.size() <= MOST_ITEMS && Ways.any(payer, amount) == 1;
    }

    /** @param cut whether the field was too short for the text */
    private record Sent(BankName name, String text, boolean cut) {}
}
