package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which changes a what-if tells of a decision that comes out otherwise. */
class ChangesTest {
    private static final BigDecimal AMOUNT = new BigDecimal("1100");

    private static Retaken retaken(Map<String, Object> recorded, Map<String, Object> now) {
        return new Retaken(7, "minato/invoice/i", Instant.EPOCH, LocalDate.of(2026, 4, 1), AMOUNT, recorded, now, null);
    }

    private static Map<String, Object> review(String outcome, String... findings) {
        List<Map<String, Object>> told = Stream.of(findings)
                .map(finding -> finding.split(" "))
                .map(words -> Told.of("code", words[0], "pointer", words[1], "severity", words[2], "message", "m"))
                .toList();
        return Told.of(Reviews.OUTCOME, outcome, Reviews.FINDINGS, told);
    }

    static Stream<Arguments> reviews() {
        return Stream.of(
                Arguments.of(review("APPROVED"), review("APPROVED"), List.of()),
                Arguments.of(
                        review("APPROVED"),
                        review("DISCREPANT", "TOTAL /total ERROR"),
                        List.of("OUTCOME APPROVED -> DISCREPANT", "FOUND_MORE TOTAL")),
                Arguments.of(
                        review("DISCREPANT", "TOTAL /total ERROR"),
                        review("APPROVED"),
                        List.of("OUTCOME DISCREPANT -> APPROVED", "MISSED TOTAL")),
                Arguments.of(
                        review("IN_REVIEW", "TOTAL /total WARNING"),
                        review("DISCREPANT", "TOTAL /total ERROR"),
                        List.of("OUTCOME IN_REVIEW -> DISCREPANT", "OTHER_SEVERITY TOTAL")),
                // the same elsewhere is another one
                Arguments.of(
                        review("DISCREPANT", "PRICE /lines/0 ERROR", "PRICE /lines/1 ERROR"),
                        review("DISCREPANT", "PRICE /lines/1 ERROR", "PRICE /lines/2 ERROR"),
                        List.of("FOUND_MORE PRICE", "MISSED PRICE")));
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void ofReviews(Map<String, Object> recorded, Map<String, Object> now, List<String> changes) {
        assertThat(new ReviewDecisions(null, null, null).changes(retaken(recorded, now)))
                .allSatisfy(change -> assertThat(change.amount()).isEqualTo(AMOUNT))
                .extracting(Change::name)
                .containsExactlyElementsOf(changes);
    }

    private static Map<String, Object> screening(String grade, String limit, boolean hold, String... measures) {
        return Told.of(
                Screenings.GRADE,
                grade,
                Screenings.LIMIT,
                new BigDecimal(limit),
                Screenings.HOLD,
                hold,
                Screenings.MEASURES,
                List.of(measures));
    }

    static Stream<Arguments> screenings() {
        Map<String, Object> before = screening("B", "500000", false);
        return Stream.of(
                        Arguments.of(screening("B", "500000.0", false), "0", List.of()),
                        Arguments.of(screening("C", "500000", false), "0", List.of("GRADE B -> C")),
                        Arguments.of(screening("B", "500000", true), "0", List.of("HOLD false -> true")),
                        Arguments.of(
                                screening("B", "500000", false, "PREPAYMENT"),
                                "0",
                                List.of("MEASURES [] -> [PREPAYMENT]")),
                        Arguments.of(screening("B", "700000", false), "200000", List.of("LIMIT HIGHER")),
                        Arguments.of(
                                screening("D", "0", true, "PREPAYMENT", "GUARANTEE"),
                                "-500000",
                                List.of(
                                        "GRADE B -> D",
                                        "HOLD false -> true",
                                        "MEASURES [] -> [PREPAYMENT, GUARANTEE]",
                                        "LIMIT LOWER")))
                .map(row -> Arguments.of(before, row.get()[0], row.get()[1], row.get()[2]));
    }

    @ParameterizedTest
    @MethodSource("screenings")
    void ofScreenings(Map<String, Object> recorded, Map<String, Object> now, BigDecimal more, List<String> changes) {
        assertThat(new CreditDecisions(null, null).changes(retaken(recorded, now)))
                .allSatisfy(change -> assertThat(change.amount()).isEqualByComparingTo(more))
                .extracting(Change::name)
                .containsExactlyElementsOf(changes);
    }
}
