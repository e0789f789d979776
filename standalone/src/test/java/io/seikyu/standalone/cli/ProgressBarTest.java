package io.seikyu.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter said = new StringWriter();
    private long nanos;

    @Test
    void aBarMovesAtATerminal() {
        ProgressBar bar = new ProgressBar(new PrintWriter(said), true, () -> nanos);
        bar.show(0, 1_000);
        nanos = 2_000_000_000L;
        bar.show(500, 1_000);
        nanos += 1;
        bar.show(501, 1_000);
        nanos = 4_000_000_000L;
        bar.show(1_000, 1_000);

        assertThat(said.toString().split("\r"))
                .containsExactly(
                        "",
                        "[" + " ".repeat(30) + "]   0 %  0 of 1,000 events   ",
                        "[" + "#".repeat(15) + " ".repeat(15) + "]  50 %  500 of 1,000 events, 250/s, 2 s left   ",
                        "[" + "#".repeat(30) + "] 100 %  1,000 of 1,000 events, 250/s   \n");
    }

    @Test
    void elsewhereItIsALineForEachTenth() {
        ProgressBar bar = new ProgressBar(new PrintWriter(said), false, () -> nanos);
        for (int done = 0; done <= 1_000; done++) {
            bar.show(done, 1_000);
        }
        assertThat(said.toString().lines()).hasSize(11).doesNotContain("\r");
    }

    @Test
    void nothingToDoIsDone() {
        new ProgressBar(new PrintWriter(said), true, () -> nanos).show(0, 0);
        assertThat(said.toString()).contains("100 %");
    }
}
