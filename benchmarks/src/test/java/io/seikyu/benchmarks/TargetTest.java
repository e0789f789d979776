package io.seikyu.benchmarks;

import static io.seikyu.benchmarks.Contender.POSTGRESQL;
import static io.seikyu.benchmarks.Contender.ROCKSDB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {
    private final Plan plan = new Plan(Options.parse("--sizes", "10,20"));
    private final Board board = new Board();

    @Test
    void aShareOfTheDisksFlushesIsReachedFromEightyPercentOn() {
        board.add(ROCKSDB, Row.shareOfFlushes(), 0.8);
        assertThat(verdict("append, 1 writer: at least 80 %")).isEqualTo("PASS");

        board.add(ROCKSDB, Row.shareOfFlushes(), 0.78);
        assertThat(verdict("append, 1 writer: at least 80 %")).isEqualTo("FAIL");
    }

    @Test
    void twicePostgresqlIsComparedByTheMediansOfTheRounds() {
        for (double rate : new double[] {10, 1_000, 200}) {
            board.add(ROCKSDB, Row.append(16, 1), rate);
        }
        board.add(POSTGRESQL, Row.append(16, 1), 100);
        assertThat(verdict("append, 16 writers")).isEqualTo("PASS");

        board.add(POSTGRESQL, Row.append(16, 1), 102);
        assertThat(verdict("append, 16 writers")).isEqualTo("FAIL");
    }

    @Test
    void aLoadIsBetterWhenItTakesLessTime() {
        Row load = plan.loads().get(0);
        board.add(ROCKSDB, load, 0.5);
        board.add(POSTGRESQL, load, 0.6);
        assertThat(verdict("load of")).isEqualTo("PASS");

        board.add(POSTGRESQL, load, 0.2);
        assertThat(verdict("load of")).isEqualTo("FAIL");
    }

    @Test
    void aReplayIsFlatWhenTheSlowestSizeHasEightyPercentOfTheFastest() {
        board.add(ROCKSDB, Row.replay(10), 100);
        assertThat(verdict("replay: flat")).isEqualTo("not measured");

        board.add(ROCKSDB, Row.replay(20), 81);
        assertThat(verdict("replay: flat")).isEqualTo("PASS");

        board.add(ROCKSDB, Row.replay(20), 70);
        assertThat(verdict("replay: flat")).isEqualTo("FAIL");
    }

    @Test
    void whatWasNotMeasuredIsNeitherReachedNorMissed() {
        assertThat(Target.of(plan, board)).extracting(Target::verdict).containsOnly("not measured");
    }

    private String verdict(String beginning) {
        return Target.of(plan, board).stream()
                .filter(target -> target.text().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
