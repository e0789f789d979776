package io.seikyu.command.imports;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.job.RowFault;
import java.util.List;

/** What a review found in a row: enough to sort the rows by; the invoice tells the rest, names of persons among it. */
final class RowFindings {
    private static final int MOST = 20;

    private RowFindings() {}

    static List<RowFault> of(List<Finding> findings) {
        return findings.stream()
                .limit(MOST)
                .map(finding -> new RowFault(
                        finding.pointer(), finding.code(), "found by the review; the invoice tells what was expected"))
                .toList();
    }
}
