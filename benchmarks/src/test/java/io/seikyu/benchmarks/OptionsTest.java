package io.seikyu.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void theDefaultIsTheWholeRun() {
        Options options = Options.parse();
        assertThat(options.sizes()).containsExactly(10_000, 100_000, 1_000_000);
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.only()).containsExactly(Contender.values());
        assertThat(options.page()).isEmpty();
    }

    @Test
    void whatComesLaterHasTheLastWord() {
        Options options = Options.parse("--quick", "--seconds", "0.25", "--sizes", "300,20");
        assertThat(options.sizes()).containsExactly(20, 300);
        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.turn()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> Options.parse("--fast", "1")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse("--rounds")).hasMessageContaining("lacks its value");
        assertThatThrownBy(() -> Options.parse("--only", "oracle")).hasMessageContaining("oracle");
    }
}
