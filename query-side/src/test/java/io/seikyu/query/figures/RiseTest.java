package io.seikyu.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RiseTest {
    /** EPA QA/G-9 (2000), box 4-6: S = 6 of five values, p = 0.117. */
    @Test
    void fiveValuesThatMostlyRiseAreNotSure() {
        assertThat(Rise.isIn(values(5, 6, 11, 8, 10))).isFalse();
    }

    @Test
    void twelveMonthsThatMostlyRiseAre() {
        assertThat(Rise.isIn(values(10, 12, 11, 13, 15, 14, 16, 18, 17, 19, 20, 22)))
                .isTrue();
        assertThat(Rise.isIn(values(22, 20, 19, 17, 18, 16, 14, 15, 13, 11, 12, 10)))
                .isFalse();
    }

    @Test
    void oneMonthThatStandsOutIsNoRise() {
        assertThat(Rise.isIn(values(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1_000)))
                .isFalse();
        assertThat(Rise.isIn(values(0, 0, 0, 0))).isFalse();
        assertThat(Rise.isIn(List.of())).isFalse();
    }

    private static List<BigDecimal> values(long... values) {
        return LongStream.of(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
