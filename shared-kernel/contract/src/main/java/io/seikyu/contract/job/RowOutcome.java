package io.seikyu.contract.job;

import java.util.List;

/**
 * What became of one row of a job. It holds nothing personal: it outlives the row.
 *
 * @param row     from 1
 * @param source  where the row stood in what was sent, e.g. {@code line 7}
 * @param outcome depends on the kind of job, e.g. {@code ISSUED}, {@code ALREADY_THERE}, {@code INVALID}
 * @param id      of the thing that the row made or found; may be absent
 * @param number  that the thing goes by, e.g. the invoice number; may be absent
 * @param faults  what is wrong with the row, or was found in it; empty when nothing is
 */
public record RowOutcome(int row, String source, String outcome, String id, String number, List<RowFault> faults) {}
