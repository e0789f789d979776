package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CasesTest {
    @Test
    void theFirstHundredAreListedAndAllAreHandedOnWithTheirNumbers() {
        List<Map<String, Object>> kept = new ArrayList<>();
        Cases cases = new Cases(kept::add);
        for (int i = 0; i < 103; i++) {
            cases.add(Map.of("place", i));
        }
        assertThat(cases.count()).isEqualTo(103);
        assertThat(cases.leftOut()).isEqualTo(3);
        assertThat(cases.listed()).hasSize(100).last().isEqualTo(Map.of("number", 100L, "place", 99));
        assertThat(kept).hasSize(103).last().isEqualTo(Map.of("number", 103L, "place", 102));
    }
}
