package io.seikyu.command.matching;

import static io.seikyu.command.matching.MatchingPolicyTest.item;
import static io.seikyu.command.matching.MatchingPolicyTest.payer;
import static io.seikyu.command.matching.MatchingPolicyTest.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prints how long the search for sums takes among thirty open invoices; judges no time. */
class MatchingFiguresTest {
    private static final int OPEN = 30;
    private static final int TURNS = 200;

    @Test
    void aSumAmongThirtyOpenInvoices() {
        OpenItem[] items = IntStream.range(0, OPEN)
                .mapToObj(i -> item(
                        "i" + i,
                        100_003 + 7_919L * i * i,
                        LocalDate.of(2026, 11, 1).plusDays(i)))
                .toArray(OpenItem[]::new);
        Payer payer = payer("acme", null, "カ)アクメ", items);
        long some = items[1].open().longValue()
                + items[7].open().longValue()
                + items[20].open().longValue();

        timed("three of thirty", payer, some);
        timed("no sum of thirty", payer, some + 1);
    }

    private static void timed(String what, Payer payer, long amount) {
        MatchingPolicy policy = ShippedMatching.policy();
        MatchingFacts facts = new MatchingFacts(transfer(amount, "ｶ)ｱｸﾒ", null), null, List.of(payer), false);
        long[] nanos = new long[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long from = System.nanoTime();
            assertThat(policy.match(facts)).isInstanceOf(AskPerson.class);
            nanos[i] = System.nanoTime() - from;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(
                "matching, %s: first %.1f ms, median %.2f ms, 99 %% %.2f ms%n",
                what, first / 1e6, nanos[TURNS / 2] / 1e6, nanos[TURNS * 99 / 100] / 1e6);
    }
}
