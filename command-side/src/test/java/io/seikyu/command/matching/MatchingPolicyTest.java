package io.seikyu.command.matching;

import static io.seikyu.command.matching.MatchReason.ACCOUNT_AND_NAME_DIFFER;
import static io.seikyu.command.matching.MatchReason.ALIAS;
import static io.seikyu.command.matching.MatchReason.AMOUNT;
import static io.seikyu.command.matching.MatchReason.AMOUNT_ALONE;
import static io.seikyu.command.matching.MatchReason.AMOUNT_FITS_NOTHING;
import static io.seikyu.command.matching.MatchReason.DIGITS_BEFORE_NAME;
import static io.seikyu.command.matching.MatchReason.DUE_TOGETHER;
import static io.seikyu.command.matching.MatchReason.NAME;
import static io.seikyu.command.matching.MatchReason.NAME_OTHER_FORM;
import static io.seikyu.command.matching.MatchReason.NAME_OTHER_PLACE;
import static io.seikyu.command.matching.MatchReason.NEAR_DUE_DATE;
import static io.seikyu.command.matching.MatchReason.NOBODY_KNOWN;
import static io.seikyu.command.matching.MatchReason.OLDEST_DUE;
import static io.seikyu.command.matching.MatchReason.ROUND_AMOUNT;
import static io.seikyu.command.matching.MatchReason.SEVERAL_PAYERS;
import static io.seikyu.command.matching.MatchReason.SEVERAL_WAYS;
import static io.seikyu.command.matching.MatchReason.SUM_BY_CHANCE;
import static io.seikyu.command.matching.MatchReason.SUM_WITH_GAPS;
import static io.seikyu.command.matching.MatchReason.TRANSFER_FEE;
import static io.seikyu.command.matching.MatchReason.UNUSUAL_FEE;
import static io.seikyu.command.matching.MatchReason.VIRTUAL_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import io.seikyu.command.matching.MatchingFacts.Payer;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingPolicyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final MatchingPolicy policy = ShippedMatching.policy();

    @Test
    void accountAmountAndNameAreTheSurest() {
        Allocate decision = allocated(
                transfer(110_000, "ｶ)ｱｸﾒ", "7654321"), payer("acme", "7654321", "株式会社亜久米", item("i1", 110_000)));

        assertThat(decision.chosen().reasons()).containsExactly(VIRTUAL_ACCOUNT, AMOUNT);
        Allocate named = allocated(
                transfer(110_000, "ｶ)ｱｸﾒ", "7654321"), payer("acme", "7654321", "カ)アクメ", item("i1", 110_000)));
        assertThat(named.chosen().reasons()).containsExactly(VIRTUAL_ACCOUNT, NAME, AMOUNT);
        assertThat(named.chosen().score()).isGreaterThan(decision.chosen().score());
        assertThat(named.policyVersion()).isEqualTo("matching/default@0");
        assertThat(shares(named)).containsExactly("i1 110000 0");
    }

    @Test
    void somebodyElsesNameOnThePayersAccountIsThePayersMoney() {
        Allocate decision = allocated(
                transfer(110_000, "ヤマダ タロウ", "7654321"), payer("acme", "7654321", "カ)アクメ", item("i1", 110_000)));

        assertThat(decision.chosen().accountId()).isEqualTo("acme");
    }

    @Test
    void anotherPayersNameOnThePayersAccountGoesToAPerson() {
        AskPerson decision = asked(
                transfer(110_000, "ｶ)ﾍﾞﾂ", "7654321"),
                payer("acme", "7654321", "カ)アクメ", item("i1", 110_000)),
                payer("betsu", null, "カ)ベツ", item("i2", 110_000)));

        assertThat(decision.reasons()).containsExactly(ACCOUNT_AND_NAME_DIFFER);
        assertThat(decision.candidates())
                .extracting(MatchCandidate::accountId)
                .containsExactlyInAnyOrder("acme", "betsu");
    }

    @Test
    void theNameTellsTwinsOfTheSameAmountApart() {
        Allocate decision = allocated(
                transfer(110_000, "ｶ)ｱｸﾒ", null),
                payer("betsu", null, "カ)ベツ", item("i1", 110_000)),
                acme(item("i2", 110_000)));

        assertThat(decision.chosen().reasons()).containsExactly(NAME, AMOUNT);
        assertThat(shares(decision)).containsExactly("i2 110000 0");
        assertThat(decision.candidates()).extracting(MatchCandidate::accountId).containsExactly("betsu");
    }

    @Test
    void payersOfTheSameNameGoToAPerson() {
        AskPerson decision = asked(
                transfer(110_000, "ｶ)ｱｸﾒ", null),
                payer("osaka", null, "カ)アクメ", item("i1", 110_000)),
                payer("tokyo", null, "カ)アクメ", item("i2", 50_000)));

        assertThat(decision.reasons()).containsExactly(SEVERAL_PAYERS);
        assertThat(decision.candidates().get(0).accountId()).isEqualTo("osaka");
    }

    @Test
    void thePlaceOfTheFormTellsTwoCompaniesApart() {
        Allocate decision = allocated(
                transfer(110_000, "ｱｸﾒ(ｶ", null),
                payer("before", null, "カ)アクメ", item("i1", 110_000)),
                payer("after", null, "アクメ(カ", item("i2", 110_000)));

        assertThat(decision.chosen().accountId()).isEqualTo("after");
    }

    @Test
    void theFormOnTheOtherSideIsAcceptedWhereNobodyElseIsNamed() {
        Allocate decision = allocated(transfer(110_000, "ｱｸﾒ(ｶ", null), acme(item("i1", 110_000)));

        assertThat(decision.chosen().reasons()).containsExactly(NAME_OTHER_PLACE, AMOUNT);
    }

    @Test
    void anotherFormIsAnotherCompany() {
        AskPerson decision = asked(transfer(110_000, "ﾕ)ｱｸﾒ", null), acme(item("i1", 110_000)));

        assertThat(decision.candidates().get(0).reasons()).containsExactly(NAME_OTHER_FORM, AMOUNT);
    }

    @Test
    void aTaughtNameCountsAfterThePayersOwn() {
        Payer payer =
                new Payer("acme", null, Set.of("カ)アクメ"), Set.of("ヤマダ　タロウ"), List.of(item("i1", 110_000)), Set.of());

        Allocate decision = allocated(transfer(110_000, "ﾔﾏﾀﾞ ﾀﾛｳ", null), payer);

        assertThat(decision.chosen().reasons()).containsExactly(ALIAS, AMOUNT);
        AskPerson other = asked(
                transfer(110_000, "ﾔﾏﾀﾞ ﾀﾛｳ", null), payer, payer("yamada", null, "ヤマダ タロウ", item("i2", 110_000)));
        assertThat(other.reasons()).containsExactly(SEVERAL_PAYERS);
    }

    @Test
    void digitsBeforeTheNameArePassedOver() {
        Allocate decision = allocated(transfer(110_000, "0000123 ｶ)ｱｸﾒ", null), acme(item("i1", 110_000)));

        assertThat(decision.chosen().reasons()).containsExactly(NAME, DIGITS_BEFORE_NAME, AMOUNT);
    }

    @Test
    void ofEqualInvoicesTheOldestDueIsPaid() {
        Allocate decision = allocated(
                transfer(50_000, "ｶ)ｱｸﾒ", null),
                acme(item("new", 50_000, DAY), item("old", 50_000, DAY.minusMonths(1))));

        assertThat(decision.chosen().reasons()).containsExactly(NAME, AMOUNT, OLDEST_DUE);
        assertThat(shares(decision)).containsExactly("old 50000 0");
    }

    @Test
    void invoicesThatFollowEachOtherArePaidTogether() {
        Allocate decision = allocated(
                transfer(81_001, "ｶ)ｱｸﾒ", null),
                acme(
                        item("i1", 30_000, DAY.minusMonths(2)),
                        item("i2", 51_001, DAY.minusMonths(1)),
                        item("i3", 77_777, DAY)));

        assertThat(decision.chosen().reasons()).containsExactly(NAME, DUE_TOGETHER);
        assertThat(shares(decision)).containsExactly("i1 30000 0", "i2 51001 0");
    }

    @Test
    void aSumWithGapsIsAcceptedWhenItIsTheOnlyOneAndNoChanceHit() {
        Payer odd = acme(
                item("i1", 312_347, DAY.minusMonths(2)),
                item("i2", 511_001, DAY.minusMonths(1)),
                item("i3", 777_773, DAY));
        Allocate decision = allocated(transfer(1_090_120, "ｶ)ｱｸﾒ", null), odd);
        assertThat(decision.chosen().reasons()).containsExactly(NAME, SUM_WITH_GAPS);
        assertThat(shares(decision)).containsExactly("i1 312347 0", "i3 777773 0");

        Payer round = acme(
                item("i1", 10_000, DAY.minusMonths(2)),
                item("i2", 20_000, DAY.minusMonths(1)),
                item("i3", 40_000, DAY));
        assertThat(asked(transfer(50_000, "ｶ)ｱｸﾒ", null), round).reasons()).containsExactly(SUM_BY_CHANCE);
    }

    @Test
    void whatFitsInSeveralWaysGoesToAPerson() {
        AskPerson decision = asked(
                transfer(823_348, "ｶ)ｱｸﾒ", null),
                acme(
                        item("i1", 312_347, DAY.minusMonths(2)),
                        item("i2", 511_001, DAY.minusMonths(1)),
                        item("i3", 823_348, DAY)));

        assertThat(decision.reasons()).containsExactly(SEVERAL_WAYS);
        assertThat(decision.candidates()).hasSize(2);
    }

    @Test
    void oneInvoiceGoesBeforeRoundOnesThatHappenToSumUpToIt() {
        Allocate decision = allocated(
                transfer(100_000, "ｶ)ｱｸﾒ", null),
                acme(
                        item("i1", 40_000, DAY.minusMonths(2)),
                        item("i2", 60_000, DAY.minusMonths(1)),
                        item("i3", 100_000, DAY)));

        assertThat(shares(decision)).containsExactly("i3 100000 0");
    }

    @Test
    void thoseDueTogetherOrTheOldestOfEachAmountIsForAPersonToSay() {
        AskPerson decision = asked(
                transfer(823_348, "ｶ)ｱｸﾒ", null),
                acme(
                        item("i1", 312_347, DAY.minusMonths(3)),
                        item("i2", 777_773, DAY.minusMonths(2)),
                        item("i3", 511_001, DAY.minusMonths(1)),
                        item("i4", 312_347, DAY.minusMonths(1))));

        assertThat(decision.reasons()).containsExactly(SEVERAL_WAYS);
    }

    @Test
    void aFeeIsDeductedOnlyWithinTheCapAndWhereTheContractAllowsIt() {
        Payer may = acme(fee("i1", 110_000, 880));

        Allocate decision = allocated(transfer(109_120, "ｶ)ｱｸﾒ", null), may);
        assertThat(decision.chosen().reasons()).containsExactly(NAME, AMOUNT, TRANSFER_FEE);
        assertThat(shares(decision)).containsExactly("i1 109120 880");
        assertThat(shares(allocated(transfer(109_999, "ｶ)ｱｸﾒ", null), may))).containsExactly("i1 109999 1");

        assertThat(asked(transfer(109_119, "ｶ)ｱｸﾒ", null), may).reasons()).containsExactly(AMOUNT_FITS_NOTHING);
        Payer mayNot = acme(item("i1", 110_000));
        assertThat(asked(transfer(109_560, "ｶ)ｱｸﾒ", null), mayNot).reasons()).containsExactly(AMOUNT_FITS_NOTHING);
    }

    @Test
    void aDifferenceThatNoBankTakesIsAFeeOnlyWhereNothingElseIsOpen() {
        Payer several = acme(fee("i1", 123_456, 880), fee("i2", 246_000, 880));

        assertThat(asked(transfer(123_000, "ｶ)ｱｸﾒ", null), several).reasons()).containsExactly(UNUSUAL_FEE);
        assertThat(shares(allocated(transfer(123_016, "ｶ)ｱｸﾒ", null), several))).containsExactly("i1 123016 440");
    }

    @Test
    void aRoundAmountIsRatherAPartThanAnInvoiceLessTheFee() {
        Payer several = acme(fee("i1", 16_500, 880), fee("i2", 80_300, 880));

        assertThat(asked(transfer(16_000, "ｶ)ｱｸﾒ", null), several).reasons()).containsExactly(ROUND_AMOUNT);
        Payer half = acme(fee("i1", 123_430, 880), fee("i2", 245_320, 880));
        assertThat(asked(transfer(122_660, "ｶ)ｱｸﾒ", null), half).reasons()).containsExactly(ROUND_AMOUNT);
        Payer one = acme(fee("i1", 16_500, 880));
        assertThat(shares(allocated(transfer(16_000, "ｶ)ｱｸﾒ", null), one))).containsExactly("i1 16000 500");
    }

    @Test
    void oneFeeIsDeductedFromSeveralInvoicesAtOnce() {
        Allocate decision =
                allocated(transfer(80_561, "ｶ)ｱｸﾒ", null), acme(fee("i1", 30_000, 880), fee("i2", 51_001, 880)));

        assertThat(shares(decision)).containsExactly("i1 30000 0", "i2 50561 440");
    }

    @Test
    void theAmountAloneNeverAllocates() {
        AskPerson decision = asked(
                transfer(110_000, "ﾔﾏﾀﾞ ﾀﾛｳ", null),
                payer("later", null, "カ)ベツ", item("i1", 110_000, DAY.plusMonths(3))),
                payer("near", null, "カ)アクメ", item("i2", 110_000, DAY)));

        assertThat(decision.reasons()).containsExactly(AMOUNT_ALONE);
        assertThat(decision.candidates()).extracting(MatchCandidate::accountId).containsExactly("near", "later");
        assertThat(decision.candidates().get(0).reasons()).containsExactly(AMOUNT, NEAR_DUE_DATE, AMOUNT_ALONE);
    }

    @Test
    void aKnownPayerWithAnotherAmountGoesToAPerson() {
        AskPerson decision =
                asked(transfer(60_000, "ｶ)ｱｸﾒ", "7654321"), payer("acme", "7654321", "カ)アクメ", item("i1", 110_000)));

        assertThat(decision.reasons()).containsExactly(AMOUNT_FITS_NOTHING);
        assertThat(decision.candidates().get(0).shares()).isEmpty();
    }

    @Test
    void nobodyKnownGoesToAPerson() {
        assertThat(asked(transfer(60_000, "ｼﾗﾅｲ", null)).reasons()).containsExactly(NOBODY_KNOWN);
        assertThat(asked(transfer(60_000, "ｼﾗﾅｲ", null), payer("acme", "7654321", "カ)アクメ", item("i1", 110_000)))
                        .candidates())
                .isEmpty();
    }

    @Test
    void thirtyOpenInvoicesAreSearchedAndAChanceHitIsSeenAsOne() {
        OpenItem[] items = IntStream.range(0, 30)
                .mapToObj(i -> item("i" + i, 100_003 + 7_919L * i * i, DAY.plusDays(i)))
                .toArray(OpenItem[]::new);
        long wanted = items[1].open().longValue()
                + items[7].open().longValue()
                + items[20].open().longValue();

        AskPerson decision = asked(transfer(wanted, "ｶ)ｱｸﾒ", null), acme(items));

        assertThat(decision.reasons()).containsAnyOf(SEVERAL_WAYS, SUM_BY_CHANCE);
        assertThat(decision.candidates()).isNotEmpty();
    }

    private Allocate allocated(Transfer transfer, Payer... payers) {
        MatchDecision decision = policy.match(new MatchingFacts(transfer, null, List.of(payers), false));
        assertThat(decision).isInstanceOf(Allocate.class);
        Allocate allocated = (Allocate) decision;
        BigDecimal sum = allocated.chosen().shares().stream()
                .map(MatchCandidate.Share::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(transfer.amount());
        return allocated;
    }

    private AskPerson asked(Transfer transfer, Payer... payers) {
        MatchDecision decision = policy.match(new MatchingFacts(transfer, null, List.of(payers), false));
        assertThat(decision).isInstanceOf(AskPerson.class);
        return (AskPerson) decision;
    }

    private static List<String> shares(Allocate decision) {
        return decision.chosen().shares().stream()
                .map(share -> share.invoiceId() + " " + share.amount() + " " + share.fee())
                .toList();
    }

    static Transfer transfer(long amount, String name, String account) {
        return new Transfer(DAY, BigDecimal.valueOf(amount), name, account);
    }

    static Payer acme(OpenItem... items) {
        return payer("acme", null, "カ)アクメ", items);
    }

    static Payer payer(String id, String account, String name, OpenItem... items) {
        return new Payer(id, account, Set.of(name), Set.of(), List.of(items), Set.of());
    }

    static OpenItem item(String id, long open) {
        return item(id, open, DAY);
    }

    static OpenItem item(String id, long open, LocalDate due) {
        return new OpenItem(id, due, BigDecimal.valueOf(open), BigDecimal.ZERO);
    }

    static OpenItem fee(String id, long open, long cap) {
        return new OpenItem(id, DAY, BigDecimal.valueOf(open), BigDecimal.valueOf(cap));
    }
}
