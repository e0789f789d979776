package io.seikyu.benchmarks;

import static io.seikyu.benchmarks.Contender.AXON_MONGO;
import static io.seikyu.benchmarks.Contender.POSTGRESQL;
import static io.seikyu.benchmarks.Contender.ROCKSDB;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Options options =
            Options.parse("--sizes", "100,1000", "--only", "rocksdb,postgresql,axon-mongo", "--streams", "5,20");
    private final Plan plan = new Plan(options);
    private final Board board = new Board();

    @Test
    void aCellIsTheMedianOfTheRounds() {
        for (double rate : new double[] {1_000, 5_000, 1_200}) {
            board.add(ROCKSDB, Row.replay(100), rate);
        }
        assertThat(markdown()).contains("| 1,200 | – |");
    }

    @Test
    void aMissingFigureSaysWhy() {
        board.add(AXON_MONGO, Row.replay(100), 30.4);
        board.remark(AXON_MONGO, Row.replay(100), "cut off");
        board.remark(AXON_MONGO, Row.replay(1_000), "not run: would take 9 h");
        assertThat(markdown()).contains("| 30.4 (cut off) | not run: would take 9 h |");
    }

    @Test
    void theRatioToPostgresqlHasARowOfItsOwn() {
        board.add(ROCKSDB, Row.append(32, 1), 60_000);
        board.add(POSTGRESQL, Row.append(32, 1), 20_000);
        assertThat(markdown()).contains("| RocksDB : PostgreSQL | | – | – | 3 | – |");
    }

    @Test
    void figuresAreShortEnoughToRead() {
        assertThat(Row.append(1, 1).format(5_912.37)).isEqualTo("5,912");
        assertThat(Row.load(100, false).format(0.6534)).isEqualTo("0.65 ms");
        assertThat(Row.load(100, false).format(2_236.4)).isEqualTo("2,236 ms");
        assertThat(Row.shareOfFlushes().format(0.874)).isEqualTo("87 %");
        assertThat(Text.of(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(Text.of(Duration.ofSeconds(333))).isEqualTo("6 min");
        assertThat(Text.of(Duration.ofSeconds(33_333))).isEqualTo("9 h");
    }

    private String markdown() {
        return new Report(options, plan, board, Map.of("cores", "2")).markdown();
    }
}
