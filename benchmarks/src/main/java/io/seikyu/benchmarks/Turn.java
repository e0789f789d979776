package io.seikyu.benchmarks;

/**
 * A contender's turn in a round.
 *
 * @param round from 1; in round 0 it warms up and nothing counts
 */
record Turn(Contender contender, WorkerProcess worker, int round, Board board) {
    void add(Row row, double value) {
        if (round > 0) {
            board.add(contender, row, value);
        }
    }

    void remark(Row row, String remark) {
        board.remark(contender, row, remark);
    }
}
