package io.seikyu.contract.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tax is rounded once per rate and invoice (消費税法施行令 70-10). */
class ConsumptionTaxTest {
    @ParameterizedTest(name = "¥{0} net at {1} %: {2} / {3} / {4}")
    @CsvSource({
        "45, 10, 4, 5, 5", // 3 lines of ¥15
        "1999, 8, 159, 160, 160",
        "100, 10, 10, 10, 10",
        "0, 10, 0, 0, 0",
    })
    void onNetPrices(String net, String percent, String floor, String halfUp, String ceiling) {
        TaxRate rate = TaxRate.percent(percent);
        assertThat(ConsumptionTax.onNet(Money.yen(net), rate, Rounding.FLOOR)).isEqualTo(Money.yen(floor));
        assertThat(ConsumptionTax.onNet(Money.yen(net), rate, Rounding.HALF_UP)).isEqualTo(Money.yen(halfUp));
        assertThat(ConsumptionTax.onNet(Money.yen(net), rate, Rounding.CEILING)).isEqualTo(Money.yen(ceiling));
    }

    @ParameterizedTest(name = "¥{0} gross at {1} %: {2} / {3} / {4}")
    @CsvSource({"10000, 10, 909, 909, 910", "10000, 8, 740, 741, 741", "11000, 10, 1000, 1000, 1000"})
    void inGrossPrices(String gross, String percent, String floor, String halfUp, String ceiling) {
        TaxRate rate = TaxRate.percent(percent);
        assertThat(ConsumptionTax.inGross(Money.yen(gross), rate, Rounding.FLOOR))
                .isEqualTo(Money.yen(floor));
        assertThat(ConsumptionTax.inGross(Money.yen(gross), rate, Rounding.HALF_UP))
                .isEqualTo(Money.yen(halfUp));
        assertThat(ConsumptionTax.inGross(Money.yen(gross), rate, Rounding.CEILING))
                .isEqualTo(Money.yen(ceiling));
    }

    @ParameterizedTest(name = "{0} ¥{1} net, 10 %: {2}")
    @CsvSource({"FLOOR, -45, -4", "HALF_UP, -45, -4", "CEILING, -45, -4", "CEILING, -50, -5"})
    void creditsAreTruncatedTowardZeroInEveryMode(Rounding rounding, String net, String expected) {
        assertThat(ConsumptionTax.of(Money.yen(net), TaxRate.percent("10"), false, rounding))
                .isEqualTo(Money.yen(expected));
    }

    @ParameterizedTest
    @CsvSource({"false, 1000", "true, 909"})
    void whetherPricesIncludeTaxIsPartOfTheQuestion(boolean pricesIncludeTax, String expected) {
        assertThat(ConsumptionTax.of(Money.yen(10_000), TaxRate.percent("10"), pricesIncludeTax, Rounding.FLOOR))
                .isEqualTo(Money.yen(expected));
    }

    /** By whole numbers: thousandths of a yen and of a percent, quotient and remainder. */
    @Property
    void agreesWithWholeNumberArithmetic(
            @ForAll @LongRange(min = -10_000_000_000_000L, max = 10_000_000_000_000L) long milliYen,
            @ForAll @IntRange(max = 100_000) int milliPercent,
            @ForAll boolean gross,
            @ForAll Rounding rounding) {
        Money sum = Money.yen(BigDecimal.valueOf(milliYen, 3));
        Money tax = ConsumptionTax.of(sum, new TaxRate(BigDecimal.valueOf(milliPercent, 3)), gross, rounding);

        BigInteger dividend = BigInteger.valueOf(milliYen).multiply(BigInteger.valueOf(milliPercent));
        BigInteger divisor = BigInteger.valueOf(1000L * (100_000 + (gross ? milliPercent : 0)));
        assertThat(tax.amount().toBigIntegerExact()).isEqualTo(wholeYen(dividend, divisor, rounding));
    }

    @Property
    void modesDifferByOneYenAtMostAndStandInOrder(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long yen, @ForAll boolean gross) {
        TaxRate rate = TaxRate.percent("8");
        Money floor = ConsumptionTax.of(Money.yen(yen), rate, gross, Rounding.FLOOR);
        Money halfUp = ConsumptionTax.of(Money.yen(yen), rate, gross, Rounding.HALF_UP);
        Money ceiling = ConsumptionTax.of(Money.yen(yen), rate, gross, Rounding.CEILING);
        assertThat(floor).isLessThanOrEqualTo(halfUp);
        assertThat(halfUp).isLessThanOrEqualTo(ceiling);
        assertThat(ceiling.minus(floor)).isLessThanOrEqualTo(Money.yen(1));
    }

    private static BigInteger wholeYen(BigInteger dividend, BigInteger divisor, Rounding rounding) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        boolean up = dividend.signum() > 0
                && switch (rounding) {
                    case FLOOR -> false;
                    case HALF_UP -> parts[1].shiftLeft(1).compareTo(divisor) >= 0;
                    case CEILING -> parts[1].signum() > 0;
                };
        return up ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
