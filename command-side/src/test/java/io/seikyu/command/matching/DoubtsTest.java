package io.seikyu.command.matching;

import static io.seikyu.command.matching.MatchReason.PAID_BEFORE;
import static io.seikyu.command.matching.MatchReason.ROUND_AMOUNT;
import static io.seikyu.command.matching.MatchReason.SEVERAL_WAYS;
import static io.seikyu.command.matching.MatchReason.UNUSUAL_FEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the amount may be as well, so that a person has to say. Every case was a wrong allocation on a truth set. */
class DoubtsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final MatchingPolicy policy = ShippedMatching.policy();

    @Test
    void anInvoiceThatWasPaidIsRatherPaidAgainThanAnotherOneLessTheFee() {
        List<OpenItem> open = List.of(item("i1", 35_750, 0));

        assertThat(shares(35_310, open)).containsExactly("i1 35310 440");
        assertThat(doubts(35_310, open, 35_310)).containsExactly(PAID_BEFORE);
        assertThat(shares(35_750, open, 35_750))
                .as("the same amount each month")
                .containsExactly("i1 35750 0");
    }

    @Test
    void anInvoiceThatWasPaidIsRatherPaidAgainThanASumOfOthers() {
        List<OpenItem> open = List.of(item("i1", 30_000, 2), item("i2", 51_001, 1), item("i3", 77_777, 0));

        assertThat(shares(81_001, open)).hasSize(2);
        assertThat(doubts(81_001, open, 81_001)).containsExactly(PAID_BEFORE);
    }

    @Test
    void thoseDueTogetherProveNothingWhereOthersComeToTheAmountByChance() {
        List<OpenItem> plain =
                List.of(item("i1", 312_347, 4), item("i2", 511_001, 3), item("i3", 400_000, 2), item("i4", 900_007, 1));
        assertThat(shares(823_348, plain)).containsExactly("i1 312347 0", "i2 511001 0");

        List<OpenItem> others = List.of(
                item("i1", 312_347, 6),
                item("i2", 511_001, 5),
                item("i3", 400_000, 4),
                item("i4", 900_007, 3),
                item("i5", 423_348, 2),
                item("i6", 1_200_003, 1));
        assertThat(doubts(823_348, others)).contains(SEVERAL_WAYS);
    }

    @Test
    void aSumThatIsHalfOfAnotherInvoiceIsRatherAPartOfThatOne() {
        List<OpenItem> open = List.of(item("i1", 312_347, 3), item("i2", 511_001, 2), item("i3", 1_646_696, 1));

        assertThat(doubts(823_348, open)).contains(ROUND_AMOUNT);
    }

    @Test
    void allThatIsOpenLessWhatNoBankTakesIsNoFee() {
        List<OpenItem> open = List.of(item("i1", 39_600, 2), item("i2", 330_000, 1));

        assertThat(shares(369_160, open)).hasSize(2);
        assertThat(doubts(369_314, open)).containsExactly(UNUSUAL_FEE);
    }

    private List<String> shares(long amount, List<OpenItem> open, long... paid) {
        MatchDecision decision = decide(amount, open, paid);
        assertThat(decision).isInstanceOf(Allocate.class);
        return ((Allocate) decision)
                .chosen().shares().stream()
                        .map(share -> share.invoiceId() + " " + share.amount() + " " + share.fee())
                        .toList();
    }

    private List<MatchReason> doubts(long amount, List<OpenItem> open, long... paid) {
        MatchDecision decision = decide(amount, open, paid);
        assertThat(decision).isInstanceOf(AskPerson.class);
        return ((AskPerson) decision).reasons();
    }

    private MatchDecision decide(long amount, List<OpenItem> open, long... paid) {
        Set<BigDecimal> before =
                Set.copyOf(Arrays.stream(paid).mapToObj(BigDecimal::valueOf).toList());
        Payer payer = new Payer("acme", null, Set.of("カ)アクメ"), Set.of(), open, before);
        Transfer transfer = new Transfer(DAY, BigDecimal.valueOf(amount), "ｶ)ｱｸﾒ", null);
        return policy.match(new MatchingFacts(transfer, null, List.of(payer), false));
    }

    private static OpenItem item(String id, long open, int monthsAgo) {
        return new OpenItem(id, DAY.minusMonths(monthsAgo), BigDecimal.valueOf(open), BigDecimal.valueOf(880));
    }
}
