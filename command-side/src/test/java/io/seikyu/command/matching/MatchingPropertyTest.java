package io.seikyu.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatchingPropertyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final List<String> NAMES = List.of("カ)アクメ", "アクメ(カ", "アクメ", "カ)ベツ", "ヤマダ タロウ", "ユ)アクメ");

    private final MatchingPolicy policy = ShippedMatching.policy();

    @Property(tries = 500)
    void theOrderOfPayersAndInvoicesDoesNotCount(@ForAll long seed) {
        MatchingFacts facts = facts(new Random(seed));

        assertThat(policy.match(shuffled(facts, new Random(~seed)))).isEqualTo(policy.match(facts));
    }

    @Property(tries = 500)
    void whatIsAllocatedIsTheWholeAmountAndOfNoInvoiceMoreThanIsOpen(@ForAll long seed) {
        MatchingFacts facts = facts(new Random(seed));

        if (policy.match(facts) instanceof Allocate decision) {
            Payer payer = facts.payers().stream()
                    .filter(one -> one.accountId().equals(decision.chosen().accountId()))
                    .findFirst()
                    .orElseThrow();
            BigDecimal sum = BigDecimal.ZERO;
            for (MatchCandidate.Share share : decision.chosen().shares()) {
                OpenItem item = payer.items().stream()
                        .filter(one -> one.invoiceId().equals(share.invoiceId()))
                        .findFirst()
                        .orElseThrow();
                assertThat(share.amount().add(share.fee())).isEqualByComparingTo(item.open());
                assertThat(share.amount()).isPositive();
                assertThat(share.fee()).isBetween(BigDecimal.ZERO, item.feeCap());
                sum = sum.add(share.amount());
            }
            assertThat(sum).isEqualByComparingTo(facts.transfer().amount());
        }
    }

    @Property(tries = 200)
    void aSumThatIsThereIsFound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
        Random random = new Random(seed);
        long[] amounts = IntStream.range(0, size)
                .mapToLong(i -> 1 + random.nextInt(500))
                .distinct()
                .toArray();
        int[] times = IntStream.range(0, amounts.length)
                .map(i -> 1 + random.nextInt(2))
                .toArray();
        long wanted = 1 + random.nextInt(2_000);

        List<int[]> ways = new SumSearch(amounts, times).ways(wanted, Integer.MAX_VALUE);

        assertThat(ways)
                .hasSize(count(amounts, times, 0, wanted))
                .allSatisfy(way -> assertThat(IntStream.range(0, amounts.length)
                                .mapToLong(i -> amounts[i] * way[i])
                                .sum())
                        .isEqualTo(wanted));
    }

    /** The slow and plain way. */
    private static int count(long[] amounts, int[] times, int from, long wanted) {
        if (from == amounts.length) {
            return wanted == 0 ? 1 : 0;
        }
        int found = 0;
        for (int taken = 0; taken <= times[from] && taken * amounts[from] <= wanted; taken++) {
            found += count(amounts, times, from + 1, wanted - taken * amounts[from]);
        }
        return found;
    }

    private static MatchingFacts facts(Random random) {
        List<Payer> payers = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> payer("p" + i, random))
                .toList();
        List<OpenItem> items =
                new ArrayList<>(payers.get(random.nextInt(payers.size())).items());
        Collections.shuffle(items, random);
        long amount = items.stream()
                .limit(1 + random.nextInt(3))
                .mapToLong(item -> item.open().longValue())
                .sum();
        long fee = random.nextInt(3) == 0 ? 110L * random.nextInt(9) : 0;
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String account = random.nextInt(3) == 0 ? "1" : null;
        return new MatchingFacts(
                new Transfer(DAY, BigDecimal.valueOf(Math.max(1, amount - fee)), name, account), null, payers, false);
    }

    private static Payer payer(String id, Random random) {
        List<OpenItem> items = IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> new OpenItem(
                        id + "-" + i,
                        DAY.plusDays(random.nextInt(5) * 30L),
                        BigDecimal.valueOf(1_000 + 500L * random.nextInt(200)),
                        BigDecimal.valueOf(random.nextBoolean() ? 880 : 0)))
                .toList();
        Set<String> aliases = random.nextInt(4) == 0 ? Set.of("ヤマダ タロウ") : Set.of();
        String account = random.nextInt(4) == 0 ? "1" : null;
        return new Payer(id, account, Set.of(NAMES.get(random.nextInt(NAMES.size()))), aliases, items, Set.of());
    }

    private static MatchingFacts shuffled(MatchingFacts facts, Random random) {
        List<Payer> payers = new ArrayList<>();
        for (Payer payer : facts.payers()) {
            List<OpenItem> items = new ArrayList<>(payer.items());
            Collections.shuffle(items, random);
            payers.add(new Payer(
                    payer.accountId(), payer.virtualAccount(), payer.names(), payer.aliases(), items, Set.of()));
        }
        Collections.shuffle(payers, random);
        return new MatchingFacts(facts.transfer(), null, payers, false);
    }
}
