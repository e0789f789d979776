package io.seikyu.contract.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check digit of a registration number, and whom it binds. */
class RegistrationNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"7123456789012", "4011001098993", "7010705000725", "1180301018771"})
    void aCorporationsNumberPassesTheCheck(String digits) {
        RegistrationNumber number = new RegistrationNumber("T" + digits);
        assertThat(number.hasValidCheckDigit()).isTrue();
        assertThat(number.isPossibleFor(true)).isTrue();
        assertThat(number.corporateNumber()).contains(new CorporateNumber(digits));
        assertThat(number).hasToString("T" + digits);
    }

    @Test
    void aFailingCheckDigitRulesOutACorporationOnly() {
        RegistrationNumber number = new RegistrationNumber("T1234567890123");
        assertThat(number.hasValidCheckDigit()).isFalse();
        assertThat(number.isPossibleFor(true)).isFalse();
        assertThat(number.isPossibleFor(false)).isTrue();
        assertThat(number.corporateNumber()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CorporateNumber("1234567890123"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "7123456789012",
                "t7123456789012",
                "T712345678901",
                "T71234567890123",
                "T712345678901A",
                " T7123456789012",
                "T7123456789012\n",
                "T７１２３４５６７８９０１２"
            })
    void anythingElseIsNoRegistrationNumber(String text) {
        assertThat(RegistrationNumber.isWellFormed(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new RegistrationNumber(text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"T7123456789012", "712345678901", "71234567890123", "７１２３４５６７８９０１２"})
    void anythingElseIsNoCorporateNumber(String text) {
        assertThat(CorporateNumber.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new CorporateNumber(text));
    }

    @Property
    void exactlyOneFirstDigitChecksAnyTwelve(@ForAll @LongRange(max = 999_999_999_999L) long twelve) {
        String digits = String.format("%012d", twelve);
        assertThat(IntStream.range(0, 10)
                        .filter(first -> CorporateNumber.isValid(first + digits))
                        .count())
                .isEqualTo(1);
    }

    @Property
    void aMistypedDigitFailsUnlessItSwapsNineForZero(
            @ForAll @LongRange(max = 999_999_999_999L) long twelve,
            @ForAll @IntRange(max = 11) int at,
            @ForAll @IntRange(max = 9) int typed) {
        String digits = String.format("%012d", twelve);
        int right = digits.charAt(at) - '0';
        String mistyped = digits.substring(0, at) + typed + digits.substring(at + 1);
        boolean undetectable = Math.abs(right - typed) % 9 == 0;
        assertThat(firstDigit(mistyped) == firstDigit(digits)).isEqualTo(undetectable);
    }

    private static int firstDigit(String twelve) {
        return IntStream.range(1, 10)
                .filter(first -> CorporateNumber.isValid(first + twelve))
                .findFirst()
                .orElseThrow();
    }
}
