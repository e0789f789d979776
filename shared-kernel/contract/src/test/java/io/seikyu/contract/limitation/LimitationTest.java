package io.seikyu.contract.limitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.limitation.LimitationFact.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a claim due on 2026-01-30, which ends on 2031-01-30. */
class LimitationTest {
    private static final LocalDate DUE = LocalDate.of(2026, 1, 30);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing happened                          |                                          | 2031-01-30",
                "a demand defers to receipt + 6 months     | D 2031-01-20                             | 2031-07-20",
                "received on the last day                  | D 2031-01-30                             | 2031-07-30",
                "of a month that is shorter six on         | D 2030-08-31                             | 2031-02-28",
                "one that ends before the period           | D 2030-06-01                             | 2031-01-30",
                "a second one within that time             | D 2031-01-20, D 2031-06-01               | 2031-07-20",
                "a second one on its last day              | D 2031-01-20, D 2031-07-20               | 2031-07-20",
                "a second one after it, in the period      | D 2030-06-01, D 2030-12-15               | 2031-06-15",
                "a demand after the end                    | D 2031-01-31                             | 2031-01-30",
                "talks are a year at most                  | N 2031-01-10                             | 2032-01-10",
                "talks as long as agreed                   | N 2031-01-10 2031-04-30                  | 2031-04-30",
                "a year though more was agreed             | N 2031-01-10 2033-01-10                  | 2032-01-10",
                "talks agreed upon again                   | N 2031-01-10, N 2032-01-05               | 2033-01-05",
                "talks are five years in all               | N 2031-01-10, N 2032-01-05, N 2033-01-01, N 2033-12-31, N 2034-12-30, N 2035-12-29 | 2036-01-30",
                "talks refused                             | N 2031-01-10, X 2031-02-01               | 2031-08-01",
                "talks refused late                        | N 2031-01-10, X 2031-12-01               | 2032-01-10",
                "talks within the time of a demand         | D 2031-01-20, N 2031-02-01               | 2031-07-20",
                "a demand during talks                     | N 2031-01-10, D 2032-01-09               | 2032-01-10",
                "a suit that is not decided                | S 2031-01-10, E 2033-05-15               | 2033-11-15",
                "a judgment                                | S 2031-01-10, J 2033-05-15               | 2043-05-15",
                "an acknowledgement                        | A 2028-04-01                             | 2033-04-01",
                "one before it was due                     | A 2026-01-05                             | 2031-01-30",
                "one while a demand defers                 | D 2031-01-20, A 2031-06-01               | 2036-06-01",
                "one after a judgment                      | S 2027-01-01, J 2028-01-01, A 2030-01-01 | 2040-01-01",
                "one after the end                         | A 2031-01-31                             | 2031-01-30"
            })
    void theEndOfAClaim(String what, String facts, LocalDate barredAfter) {
        assertThat(Limitation.of(DUE, facts(facts)).barredAfter()).isEqualTo(barredAfter);
    }

    @Test
    void itDoesNotEndWhileAProceedingRuns() {
        Limitation limitation = Limitation.of(DUE, facts("S 2031-01-10, D 2031-02-01"));

        assertThat(limitation.suspended()).isTrue();
        assertThat(limitation.barredAfter()).isNull();
        assertThat(limitation.isBarredOn(LocalDate.of(2050, 1, 1))).isFalse();
    }

    @Test
    void itIsBarredOnTheDayAfterTheLast() {
        Limitation limitation = Limitation.of(DUE, List.of());

        assertThat(limitation.isBarredOn(LocalDate.of(2031, 1, 30))).isFalse();
        assertThat(limitation.isBarredOn(LocalDate.of(2031, 1, 31))).isTrue();
    }

    @Test
    void theOrderInWhichTheyBecameKnownDoesNotMatter() {
        List<LimitationFact> facts = new ArrayList<>(facts("D 2030-06-01, D 2030-12-15, A 2031-06-01, N 2036-05-01"));
        Limitation told = Limitation.of(DUE, facts);
        Collections.reverse(facts);

        assertThat(Limitation.of(DUE, facts)).isEqualTo(told);
        assertThat(told.barredAfter()).isEqualTo(LocalDate.of(2037, 5, 1));
    }

    private static List<LimitationFact> facts(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(", ")).map(LimitationTest::fact).toList();
    }

    private static LimitationFact fact(String text) {
        String[] parts = text.split(" ");
        Kind kind = switch (parts[0]) {
            case "D" -> Kind.DEMAND_RECEIVED;
            case "N" -> Kind.NEGOTIATION_AGREED;
            case "X" -> Kind.NEGOTIATION_REFUSED;
            case "S" -> Kind.PROCEEDING_BEGUN;
            case "E" -> Kind.PROCEEDING_ENDED;
            case "J" -> Kind.JUDGMENT;
            default -> Kind.ACKNOWLEDGED;
        };
        LocalDate until = parts.length > 2 ? LocalDate.parse(parts[2]) : null;
        return new LimitationFact("f", kind, LocalDate.parse(parts[1]), until);
    }
}
