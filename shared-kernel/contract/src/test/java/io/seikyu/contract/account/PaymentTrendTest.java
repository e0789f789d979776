package io.seikyu.contract.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.PaymentTrend.Paid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets slower, and how sure that is. */
class PaymentTrendTest {
    private static final double NINETY_FIVE = 1.96;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 31);

    @Test
    void aPayerWhoIsTwoDaysLaterEachMonthGetsSlower() {
        PaymentTrend trend = PaymentTrend.of(every30Days(12, month -> 2 * month), 8, NINETY_FIVE)
                .orElseThrow();

        assertThat(trend.daysPerMonth()).isEqualByComparingTo("2");
        assertThat(trend.low()).isEqualByComparingTo("2");
        assertThat(trend.high()).isEqualByComparingTo("2");
        assertThat(trend.isSlowingBy(BigDecimal.ONE)).isTrue();
        assertThat(trend.isSlowingBy(BigDecimal.valueOf(3))).isFalse();
    }

    @Test
    void onePaymentThatWasForgottenBendsNothing() {
        List<Paid> steady = every30Days(12, month -> month == 11 ? 90 : 1);

        assertThat(PaymentTrend.of(steady, 8, NINETY_FIVE).orElseThrow().daysPerMonth())
                .isZero();
        assertThat(PaymentTrend.of(steady, 8, NINETY_FIVE).orElseThrow().isSlowingBy(BigDecimal.ONE))
                .isFalse();
    }

    /**
     * Worked out by hand: 24 slopes, of which the 12th is 5 and the 13th 6; Kendall's variance is 57.67 with its ties, so
     * the interval of 80 % (1.282) reaches from the 7th, 4, to the 18th, 9.
     */
    @Test
    void theIntervalCountsTies() {
        int[] month = {0, 0, 0, 1, 2, 2, 3, 4};
        int[] late = {10, 22, 21, 30, 22, 30, 40, 40};
        List<Paid> paid = new ArrayList<>();
        for (int i = 0; i < month.length; i++) {
            paid.add(new Paid(FIRST.plusDays(30L * month[i]), late[i]));
        }

        PaymentTrend trend = PaymentTrend.of(paid, 8, 1.282).orElseThrow();

        assertThat(trend.invoices()).isEqualTo(8);
        assertThat(trend.daysPerMonth()).isEqualByComparingTo("5.5");
        assertThat(trend.low()).isEqualByComparingTo("4");
        assertThat(trend.high()).isEqualByComparingTo("9");
    }

    @Test
    void fewInvoicesSayNothing() {
        assertThat(PaymentTrend.of(every30Days(7, month -> 2 * month), 8, NINETY_FIVE))
                .isEmpty();
        assertThat(PaymentTrend.of(List.of(), 8, NINETY_FIVE)).isEmpty();
        List<Paid> oneDay =
                IntStream.range(0, 10).mapToObj(i -> new Paid(FIRST, i)).toList();
        assertThat(PaymentTrend.of(oneDay, 8, NINETY_FIVE)).isEmpty();
    }

    @Test
    void theOrderInWhichTheyComeSaysNothing() {
        List<Paid> history = every30Days(20, month -> month % 3 + month / 4);
        List<Paid> turned = new ArrayList<>(history);
        java.util.Collections.reverse(turned);

        assertThat(PaymentTrend.of(turned, 8, NINETY_FIVE)).isEqualTo(PaymentTrend.of(history, 8, NINETY_FIVE));
    }

    @Test
    void ofAThousandOnlyTheNewestAreLookedAt() {
        List<Paid> history = every30Days(1000, month -> month < 900 ? 0 : month - 900);

        assertThat(PaymentTrend.of(history, 8, NINETY_FIVE).orElseThrow().invoices())
                .isEqualTo(PaymentTrend.MOST);
    }

    private static List<Paid> every30Days(int count, IntUnaryOperator daysLate) {
        return IntStream.range(0, count)
                .mapToObj(month -> new Paid(FIRST.plusDays(30L * month), daysLate.applyAsInt(month)))
                .toList();
    }
}
