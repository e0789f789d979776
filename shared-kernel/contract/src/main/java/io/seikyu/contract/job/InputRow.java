package io.seikyu.contract.job;

/**
 * One row of a job's input.
 *
 * @param row    from 1
 * @param source where it stood in what was sent, e.g. {@code line 7}
 * @param format of {@code text}, e.g. {@code JSON}
 * @param text   the row itself; absent when it is broken
 * @param fault  why it cannot be kept as a text; absent when it can
 */
public record InputRow(int row, String source, String format, String text, RowFault fault) {}
