package io.seikyu.command.imports;

import io.seikyu.command.directory.CaughtUp;
import io.seikyu.command.invoice.EarlierInvoices;
import io.seikyu.command.invoice.InvoiceResult;
import io.seikyu.command.job.JobState;
import io.seikyu.command.job.RowWork;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Submits each row as an invoice, in the name of who handed in the file. What a row did is one commit that claims the
 * row, so it is done once, whoever works it and however often.
 */
final class InvoiceRows implements RowWork {
    static final String KIND = "INVOICE_IMPORT";

    private static final String INVALID = "INVALID";
    private static final int LATER = 503;

    private final RowReader reader;
    private final CaughtUp caughtUp;
    private final EarlierInvoices earlier;
    private final SubmittedRow submitted;
    private final OwnCommands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    InvoiceRows(
            RowReader reader,
            CaughtUp caughtUp,
            EarlierInvoices earlier,
            SubmittedRow submitted,
            OwnCommands commands,
            TimeOrderedIds ids,
            BusinessDay day) {
        this.reader = reader;
        this.caughtUp = caughtUp;
        this.earlier = earlier;
        this.submitted = submitted;
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Task prepare(JobState job, InputRow row) {
        if (ImportFormat.UBL.name().equals(row.format())) {
            caughtUp.with(job.id());
        }
        try {
            Submission invoice = reader.read(job.clientId(), row);
            return new Task(invoice.document().accountId(), () -> submit(job, row, invoice));
        } catch (BrokenRowException broken) {
            return new Task("", () -> outcome(row, INVALID, null, null, broken.faults()));
        }
    }

    @Override
    public @Nullable RowOutcome workedBefore(JobState job, InputRow row) {
        return commands.done(key(job, row))
                .map(commit -> submitted.outcome(row, commit))
                .orElse(null);
    }

    private static String key(JobState job, InputRow row) {
        return job.id() + "/" + row.row();
    }

    private RowOutcome submit(JobState job, InputRow row, Submission invoice) {
        RowOutcome before = workedBefore(job, row);
        if (before != null) {
            return before;
        }
        InvoiceId id = new InvoiceId(job.clientId(), ids.orNext(invoice.invoiceId()));
        InvoiceDocument document = invoice.document();
        try {
            InvoiceResult result = commands.<InvoiceResult>sendOnce(
                    key(job, row),
                    job.clientId(),
                    job.actor(),
                    job.correlationId(),
                    new SubmitInvoice(id, document, day.today()),
                    review -> refuseCopy(id, document, review));
            List<RowFault> found = RowFindings.of(result.findings());
            return outcome(row, result.status().name(), result.invoiceId(), document.invoiceNumber(), found);
        } catch (KeyClaimedException | AlreadyThereException | ProblemException refused) {
            // what is in the way may be what another process made of this very row
            RowOutcome meanwhile = workedBefore(job, row);
            return meanwhile != null ? meanwhile : refused(row, id, document, refused);
        }
    }

    /** An invoice that only lacks a number of its own may be one that is there. */
    private void refuseCopy(InvoiceId id, InvoiceDocument document, InvoiceResult review) {
        if (review.findings().stream().anyMatch(finding -> finding.code().equals("DUPLICATE_INVOICE_NUMBER"))) {
            earlier.holderOf(id.tenant(), document.invoiceNumber())
                    .filter(holder -> earlier.holds(holder, document))
                    .ifPresent(holder -> {
                        throw new AlreadyThereException(holder);
                    });
        }
    }

    private RowOutcome refused(InputRow row, InvoiceId id, InvoiceDocument document, RuntimeException refused) {
        String number = document.invoiceNumber();
        if (refused instanceof AlreadyThereException there) {
            return outcome(row, "ALREADY_THERE", there.invoice.value(), number, List.of());
        }
        if (!(refused instanceof ProblemException problem) || problem.status() == LATER) {
            throw refused;
        }
        if (!problem.code().equals("already-exists")) {
            return outcome(
                    row, INVALID, null, number, BrokenRowException.of(problem).faults());
        }
        if (earlier.holds(id, document)) {
            return outcome(row, "ALREADY_THERE", id.value(), number, List.of());
        }
        RowFault other = new RowFault(
                "/invoiceId", "already-exists", "there is an invoice with this id already, and it says other things");
        return outcome(row, "CONFLICT", id.value(), number, List.of(other));
    }

    private static RowOutcome outcome(
            InputRow row, String outcome, @Nullable String id, @Nullable String number, List<RowFault> faults) {
        return new RowOutcome(row.row(), row.source(), outcome, id, number, faults);
    }

    /** Undoes what a row would do a second time. */
    private static final class AlreadyThereException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient InvoiceId invoice;

        AlreadyThereException(InvoiceId invoice) {
            super(null, null, false, false);
            this.invoice = invoice;
        }
    }
}
