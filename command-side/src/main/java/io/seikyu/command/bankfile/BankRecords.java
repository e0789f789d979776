package io.seikyu.command.bankfile;

import io.seikyu.command.job.JobState;
import io.seikyu.command.job.RowWork;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.axon.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * Books the records of a bank's file, or holds them against what is booked; and says at the end up to which day everything
 * is known.
 */
final class BankRecords implements RowWork {
    static final String KIND = "RECEIPT_IMPORT";

    private final Booking booking;
    private final Cancelling cancelling;
    private final Reconciling reconciling;
    private final Covering covering;

    BankRecords(Booking booking, Cancelling cancelling, Reconciling reconciling, Covering covering) {
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
        if (BankFileRows.COVERAGE.equals(row.format())) {
            CoverageRow coverage = EventJson.mapper().readValue(row.text(), CoverageRow.class);
            return Task.behindAll(() ->
                    coverage.books() ? covering.cover(job, row, coverage) : reconciling.compare(job, row, coverage));
        }
        BankRow record = record(row);
        return new Task(record.bankAccountId() + " " + record.payerName(), () -> worked(job, row, record));
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
