package io.seikyu.contract.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000.0", "1E+3", "1000.000"})
    void amountsOfEqualValueAreEqualHoweverTheyWereWritten(String written) {
        assertThat(Money.yen(written)).isEqualTo(Money.yen(1000)).hasSameHashCodeAs(Money.yen(1000));
        assertThat(Money.yen(written)).hasToString("1000 JPY");
    }

    @Test
    void nothingRoundsByItself() {
        Money product = Money.yen("0.333").times(new BigDecimal("0.1"));
        assertThat(product).isEqualTo(Money.yen("0.0333"));
        assertThat(product.isPayable()).isFalse();
        assertThat(product.rounded(Rounding.CEILING)).isEqualTo(Money.yen(1));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "FLOOR,   1.99,  1",
        "HALF_UP, 1.49,  1",
        "HALF_UP, 1.5,   2",
        "CEILING, 1.01,  2",
        "CEILING, 1,     1",
        "FLOOR,   -1.99, -1",
        "HALF_UP, -1.5,  -1",
        "CEILING, -1.99, -1",
    })
    void roundsToWholeYenAndTruncatesCreditsTowardZero(Rounding rounding, String amount, String expected) {
        assertThat(Money.yen(amount).rounded(rounding)).isEqualTo(Money.yen(expected));
    }

    @Test
    void roundsToTheSmallestUnitOfItsCurrency() {
        Money cents = new Money(new BigDecimal("1.005"), USD);
        assertThat(cents.isPayable()).isFalse();
        assertThat(cents.rounded(Rounding.HALF_UP)).isEqualTo(new Money(new BigDecimal("1.01"), USD));
    }

    @Test
    void addsAndSubtractsExactly() {
        assertThat(Money.yen("0.1").plus(Money.yen("0.2"))).isEqualTo(Money.yen("0.3"));
        assertThat(Money.yen(5).minus(Money.yen(7))).isEqualTo(Money.yen(2).negated());
        assertThat(Money.yen(5).minus(Money.yen(7)).isNegative()).isTrue();
        assertThat(Money.yen(5).minus(Money.yen(5)).isZero()).isTrue();
        assertThat(Money.yen(5).isPositive()).isTrue();
    }

    @Test
    void currenciesDoNotMix() {
        Money dollar = new Money(BigDecimal.ONE, USD);
        assertThatIllegalArgumentException().isThrownBy(() -> Money.yen(1).plus(dollar));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.yen(1).minus(dollar));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.yen(1).compareTo(dollar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E+18", "-1E+18", "1E+999999999", "1234567890123456789", "0.0000000000001", "1E-999999999"})
    void amountsLargerOrFinerThanAnyBillAreRefusedAtOnce(String absurd) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.yen(absurd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "0.000000000001", "0E+999999999", "0E-999999999"})
    void theLargestTheFinestAndZeroInAnyDressAreFine(String amount) {
        assertThat(Money.yen(amount).toString()).hasSizeLessThan(40);
    }

    @Test
    void moneyWithoutAmountOrCurrencyDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(null, Money.JPY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.ONE, null));
    }
}
