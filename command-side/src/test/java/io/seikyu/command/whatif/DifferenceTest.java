package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void whatIsOtherwiseIsPointedTo() {
        assertThat(Difference.between(
                        Told.of("outcome", "APPROVED", "findings", List.of(Told.of("code", "A"))),
                        Told.of(
                                "outcome",
                                "APPROVED",
                                "findings",
                                List.of(Told.of("code", "B"), Told.of("code", "C")))))
                .containsExactly(
                        new Difference("/findings/0/code", "A", "B"),
                        new Difference("/findings/1", null, Told.of("code", "C")));
    }

    @Test
    void zerosBehindThePointAreNoDifference() {
        assertThat(Difference.between(
                        Told.of("amount", new BigDecimal("100")), Told.of("amount", new BigDecimal("100.00"))))
                .isEmpty();
    }
}
