package io.seikyu.command.bankfile;

import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.job.RowOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a record, as a job tells it. */
final class Outcomes {
    private Outcomes() {}

    /**
     * @param receiptId of the receipt that it became, or that was found for it; or null
     * @param reference the bank's own, or null
     */
    static RowOutcome of(InputRow row, String outcome, @Nullable String receiptId, @Nullable String reference) {
        return new RowOutcome(row.row(), row.source(), outcome, receiptId, reference, List.of());
    }

    static RowOutcome of(
            InputRow row, String outcome, @Nullable String receiptId, @Nullable String reference, RowFault fault) {
        return new RowOutcome(row.row(), row.source(), outcome, receiptId, reference, List.of(fault));
    }
}
