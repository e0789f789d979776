package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentProfileTest {
    private static final LocalDate DUE = Books.DUE;
    private static final LocalDate DAY = DUE.plusDays(60);

    private AccountBook book = AccountBook.EMPTY;

    @Test
    void ofAPayerThatNobodyKnowsNothingIsSaid() {
        PaymentProfile profile = book.profile(DAY);

        assertThat(profile.counted()).isZero();
        assertThat(profile.onTimeRatio()).isEmpty();
        assertThat(profile.averageDelay()).isZero();
    }

    @Test
    void delaysAreCountedFromTheDueDateToTheLastPayment() {
        paid("i1", 0);
        paid("i2", -20);
        paid("i3", 4);
        paid("i4", 9);
        PaymentProfile profile = book.profile(DAY);

        assertThat(profile.settled()).isEqualTo(4);
        assertThat(profile.onTimeRatio()).contains(new BigDecimal("0.5000"));
        assertThat(profile.delays()).isEqualTo(2);
        assertThat(profile.averageDelay()).isEqualByComparingTo("6.5");
        assertThat(profile.averageDaysLate()).isEqualByComparingTo("3.25");
        assertThat(profile.longestDelay()).isEqualTo(9);
    }

    @Test
    void longDelaysAreCountedInDaysOnWhichBanksAreOpen() {
        paid("a-week", 7);
        paid("a-day-more", 8);
        paid("excused", 9);
        book = book.with(error("excused"));

        assertThat(PaymentProfile.longDelays(book.payments(), DAY, BankCalendar.japan(), 5))
                .isEqualTo(1);
    }

    @Test
    void whatIsOpenSaysNothingYet() {
        book = Books.told(book, Books.claim("i1", Stage.ISSUED, 100));

        assertThat(book.profile(DAY).settled()).isZero();
    }

    @Test
    void aDelayOfAnInvoiceThatWasBilledWronglyIsNotThePayersFault() {
        paid("before", 5);
        book = book.with(error("before"));
        book = Books.told(book, Books.claim("after", Stage.ISSUED, 100)).with(error("after"));
        paid("after", 5);
        paid("late", 5);
        PaymentProfile profile = book.profile(DAY);

        assertThat(profile.excused()).isEqualTo(2);
        assertThat(profile.delays()).isEqualTo(1);
        assertThat(profile.counted()).isEqualTo(1);
    }

    @Test
    void norIsOneOfAnInvoiceThatCameWhenItWasDueAlready() {
        Payment late = Books.payment("r1", DUE.plusDays(20));
        book = Books.told(
                book,
                new Claim("i1", "c1", Stage.SETTLED, BigDecimal.ZERO, DUE, DUE.plusDays(3), List.of(late), false));

        assertThat(book.profile(DAY).excused()).isEqualTo(1);
        assertThat(book.profile(DAY).delays()).isZero();
    }

    @Test
    void anInvoiceThatWasBilledWronglyAndPaidInTimeCountsAsPaidInTime() {
        paid("i1", 0);
        book = book.with(error("i1"));

        assertThat(book.profile(DAY).onTime()).isEqualTo(1);
    }

    @Test
    void aReversedPaymentCorrectsTheProfile() {
        paid("i1", 0);
        book = Books.told(book, Books.claim("i1", Stage.ISSUED, 100), "ri1");

        assertThat(book.profile(DAY).settled()).isZero();
        assertThat(book.profile(DAY).methods()).isEmpty();
        assertThat(book.exposure(DAY).unpaid()).isEqualByComparingTo("100");

        paid("i1", 30);
        assertThat(book.profile(DAY).longestDelay()).isEqualTo(30);
    }

    @Test
    void onlyTheLastTwelveMonthsCount() {
        paid("first", -330);
        paid("last", 30);

        assertThat(book.profile(DUE.plusDays(29)).settled()).isEqualTo(1);
        assertThat(book.profile(DUE.plusDays(30)).settled()).isEqualTo(2);
        assertThat(book.profile(DUE.minusDays(330).plusYears(1)).settled()).isEqualTo(1);
    }

    @Test
    void aReceiptThatPaidManyInvoicesIsOnePayment() {
        for (String invoice : List.of("i1", "i2", "i3")) {
            book = Books.told(book, Books.claim(invoice, Stage.SETTLED, 0, new Payment("all", DUE, Method.CARD)));
        }
        paid("i4", 0);

        assertThat(book.profile(DAY).methods()).isEqualTo(Map.of(Method.CARD, 1, Method.TRANSFER, 1));
    }

    @Test
    void whatACreditNoteSettledSaysNothingAboutThePayer() {
        book = Books.told(book, Books.claim("i1", Stage.ISSUED, 100));
        book = Books.told(book, Books.claim("i1", Stage.SETTLED, 0));

        assertThat(book.profile(DAY).settled()).isZero();
        assertThat(book.exposure(DAY).total()).isZero();
    }

    @Test
    void whatWasGivenUpIsRemembered() {
        book = Books.told(book, Books.claim("i1", Stage.WRITTEN_OFF, 0));

        assertThat(book.profile(DAY).writtenOff()).isEqualTo(1);
        assertThat(book.profile(DAY).settled()).isZero();
    }

    @Test
    void promisesCountByTheirDayAndTheLastWordOverEach() {
        book = book.with(promise("p1", DUE, false))
                .with(promise("p1", DUE, true))
                .with(promise("p2", DUE, false));
        book = book.with(promise("old", DUE.minusYears(2), false));

        assertThat(book.profile(DAY).promisesKept()).isEqualTo(1);
        assertThat(book.profile(DAY).promisesBroken()).isEqualTo(1);
    }

    @Test
    void disputesCountFromTheDayOnWhichTheyWereRaised() {
        book = book.with(new DisputeNoted("acme", "a1", "i1", "d1", null, DUE));
        book = book.with(new DisputeNoted("acme", "a1", "i1", "d1", DisputeOutcome.PARTIAL, DAY));
        book = book.with(new DisputeNoted("acme", "a1", "i2", "d1", null, DUE));

        assertThat(book.profile(DUE).disputes()).isEqualTo(2);
        assertThat(book.profile(DUE).disputesUpheld()).isEqualTo(1);
    }

    @Test
    void itIsBoundedAndKeepsTheNewest() {
        for (int i = 0; i < PaymentHistory.SETTLED + 50; i++) {
            book = Books.told(
                    book, Books.claim("i" + i, Stage.SETTLED, 0, Books.payment("r" + i, DUE.plusDays(i % 50))));
        }

        assertThat(book.payments().settled()).hasSize(PaymentHistory.SETTLED);
        assertThat(book.payments().settled()).allMatch(it -> it.paidOn().isAfter(DUE));
    }

    private void paid(String invoice, int days) {
        book = Books.told(
                book, Books.claim(invoice, Stage.SETTLED, 0, Books.payment("r" + invoice, DUE.plusDays(days))));
    }

    private static BillingErrorUpheld error(String invoice) {
        return new BillingErrorUpheld("acme", "a1", "c1", invoice, BillingError.DISPUTE_UPHELD, "d1");
    }

    private static PromiseJudged promise(String id, LocalDate payOn, boolean kept) {
        return new PromiseJudged("acme", "a1", "i1", id, payOn, kept);
    }
}
