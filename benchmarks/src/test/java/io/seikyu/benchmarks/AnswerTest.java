package io.seikyu.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void aRateArrivesAsItWasSent() {
        Rate rate = new Rate(12, 3_456_789, false);
        assertThat(Answer.rate(Answer.of(rate))).isEqualTo(rate);
    }

    @Test
    void factsArriveInOrderWithTheirEqualsSigns() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("server", "15.18 (Debian)");
        facts.put("flags", "-Dx=y");
        assertThat(Answer.facts(Answer.of(facts))).containsExactlyEntriesOf(facts);
        assertThat(Answer.facts(Answer.of(Map.of()))).isEmpty();
    }

    @Test
    void aFailureIsThrownOnTheOtherSideInOneLine() {
        String line = Answer.failed(new IllegalStateException("no\nspace\tleft"));
        assertThat(line).doesNotContain("\n");
        assertThatThrownBy(() -> Answer.rate(line)).hasMessageContaining("no space left");
    }
}
