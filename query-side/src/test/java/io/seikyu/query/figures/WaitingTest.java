package io.seikyu.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTest {
    /** Remission under 6-mercaptopurine, weeks: Freireich and others (1963), in every textbook. */
    @Test
    void theMedianIsThatOfKaplanAndMeier() {
        Waiting waiting = new Waiting();
        IntStream.of(6, 6, 6, 7, 10, 13, 16, 22, 23).forEach(waiting::happened);
        IntStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35).forEach(waiting::open);

        assertThat(waiting.median()).contains(23);
    }

    @Test
    void thereIsNoneWhileFewerThanHalfHaveCome() {
        Waiting waiting = new Waiting();
        waiting.happened(1);
        waiting.open(9);
        waiting.open(9);

        assertThat(waiting.median()).isEmpty();
        assertThat(new Waiting().median()).isEmpty();
    }

    @Test
    void withoutAnyOpenItIsTheUsualOne() {
        Waiting waiting = new Waiting();
        IntStream.of(5, 1, 3, 9).forEach(waiting::happened);

        assertThat(waiting.median()).contains(3);
    }
}
