package io.seikyu.command.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CasesTest {
    @Test
    void theFirstHundredAreTellableAndTheOthersAreOnlyCounted() {
        Cases cases = new Cases();
        int[] asked = {0};
        for (int i = 0; i < 103; i++) {
            int number = i;
            cases.add(() -> {
                asked[0]++;
                return Map.of("number", number);
            });
        }
        assertThat(cases.count()).isEqualTo(103);
        assertThat(cases.leftOut()).isEqualTo(3);
        assertThat(cases.listed()).hasSize(100).last().isEqualTo(Map.of("number", 99));
        assertThat(asked[0]).isEqualTo(100);
    }
}
