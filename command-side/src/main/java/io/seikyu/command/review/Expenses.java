package io.seikyu.command.review;

import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.util.List;

/** What an invoice charges as expenses, on lines and as charges beside them. */
final class Expenses {
    private Expenses() {}

    static Sums of(ReviewFacts facts) {
        Sums sums = new Sums();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.kind() == LineKind.EXPENSE) {
                sums.add(facts.contractId(line), line.code(), line.amount(), "/lines/" + i + "/amount");
            }
        }
        List<Adjustment> adjustments = facts.document().adjustments();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment charge = adjustments.get(i);
            if (charge.kind() == AdjustmentKind.CHARGE) {
                String pointer = "/adjustments/" + i + "/amount";
                sums.add(facts.document().contractId(), charge.code(), charge.amount(), pointer);
            }
        }
        return sums;
    }
}
