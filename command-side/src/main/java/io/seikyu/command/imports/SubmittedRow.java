package io.seikyu.command.imports;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import java.util.ArrayList;
import java.util.List;

/** What became of a row, as its commit tells. */
final class SubmittedRow {
    private final EventCodec codec;

    SubmittedRow(EventCodec codec) {
        this.codec = codec;
    }

    RowOutcome outcome(InputRow row, StoredCommit commit) {
        String id = null;
        String number = null;
        String status = "SUBMITTED";
        List<Finding> findings = new ArrayList<>();
        for (NewEvent stored : commit.commit().events()) {
            if (!stored.type().startsWith("invoice.")) {
                continue;
            }
            InvoiceEvent event = (InvoiceEvent) codec.decode(stored.type(), stored.revision(), stored.payload());
            if (event instanceof InvoiceSubmitted submitted) {
                id = submitted.invoiceId();
                number = submitted.document().invoiceNumber();
            } else if (event instanceof InvoiceReviewed reviewed) {
                status = reviewed.outcome().name();
            } else if (event instanceof DiscrepancyFound found) {
                findings.add(found.finding());
            } else if (event instanceof InvoiceApproved) {
                status = "APPROVED";
            } else if (event instanceof InvoiceIssued) {
                status = "ISSUED";
            } else if (event instanceof InvoicePaid) {
                status = "PAID";
            }
        }
        return new RowOutcome(row.row(), row.source(), status, id, number, RowFindings.of(findings));
    }
}
