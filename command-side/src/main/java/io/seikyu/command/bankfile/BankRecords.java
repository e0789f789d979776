package io.seikyu.command.bankfile;

import io.seikyu.command.directory.CaughtUp;
import io.seikyu.command.job.JobState;
import io.seikyu.command.job.RowWork;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Books the records of a bank's file, or holds them against what is booked; and says at the end up to which day everything
 * is known.
 */
final class BankRecords implements RowWork {
    static final String KIND = "RECEIPT_IMPORT";

    private final CaughtUp caughtUp;
    private final Booking booking;
    private final Cancelling cancelling;
    private final Reconciling reconciling;
    private final Covering covering;
    private final FailedRows failed;

    BankRecords(
            CaughtUp caughtUp,
            Booking booking,
            Cancelling cancelling,
            Reconciling reconciling,
            Covering covering,
            FailedRows failed) {
        this.caughtUp = caughtUp;
        this.failed = failed;
        this.booking = booking;
        this.cancelling = cancelling;
        this.reconciling = reconciling;
        this.covering = covering;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One payer's transfers are worked in their order: what is taken back came in before. */
    @Override
    public Task prepare(JobState job, InputRow row) {
        caughtUp.with(job.id());
        if (BankFileRows.COVERAGE.equals(row.format())) {
            CoverageRow coverage = EventJson.mapper().readValue(row.text(), CoverageRow.class);
            return Task.behindAll(() ->
                    coverage.books() ? covering.cover(job, row, coverage) : reconciling.compare(job, row, coverage));
        }
        BankRow record = record(row);
        return new Task(record.bankAccountId() + " " + record.payerName(), () -> watched(job, row, record));
    }

    /** What fails here is told of the row, and the account is not covered by this file. */
    private RowOutcome watched(JobState job, InputRow row, BankRow record) {
        try {
            return worked(job, row, record);
        } catch (ProblemException passing) {
            throw passing;
        } catch (RuntimeException failure) {
            failed.saw(job.id());
            throw failure;
        }
    }

    private RowOutcome worked(JobState job, InputRow row, BankRow record) {
        return switch (record.movement()) {
            case OTHER -> Outcomes.of(row, "NOT_INCOMING", null, record.reference());
            case PENDING -> Outcomes.of(row, "NOT_BOOKED_YET", null, record.reference());
            case RECEIVED -> record.books() ? booking.book(job, row, record) : reconciling.find(job, row, record);
            case CANCELLED ->
                record.books()
                        ? cancelling.cancel(job, row, record)
                        : Outcomes.of(row, "NOT_COMPARED", null, record.reference());
        };
    }

    @Override
    public @Nullable RowOutcome workedBefore(JobState job, InputRow row) {
        if (!BankFileRows.RECORD.equals(row.format())) {
            return null;
        }
        BankRow record = record(row);
        if (!record.books()) {
            return null;
        }
        return switch (record.movement()) {
            case RECEIVED -> booking.bookedBefore(row, record);
            case CANCELLED -> cancelling.cancelledBefore(row, record);
            case OTHER, PENDING -> null;
        };
    }

    private static BankRow record(InputRow row) {
        return EventJson.mapper().readValue(row.text(), BankRow.class);
    }
}
