package io.seikyu.command.bankfile;

import io.seikyu.command.job.JobState;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.job.RowOutcome;
import java.time.LocalDate;
import java.util.List;

/**
 * Holds a file that does not book against what is booked: day and amount have to be the same, since names and references
 * differ between formats.
 */
final class Reconciling {
    private static final int LONGEST_PERIOD = 400;

    private final BookedTransfers transfers;

    Reconciling(BookedTransfers transfers) {
        this.transfers = transfers;
    }

    RowOutcome find(JobState job, InputRow row, BankRow record) {
        BankAccountId account = new BankAccountId(job.clientId(), record.bankAccountId());
        List<ReceiptId> booked = transfers.of(account, record.bookedOn(), record.amount());
        if (booked.size() >= record.nthOfAmount()) {
            String receiptId = booked.get(record.nthOfAmount() - 1).value();
            return Outcomes.of(row, "RECONCILED", receiptId, record.reference());
        }
        RowFault fault = new RowFault(
                "",
                "not-booked",
                "no transfer of this day and amount is booked: import the file that books, then this one");
        return Outcomes.of(row, "MISSING", null, record.reference(), fault);
    }

    /** Whether more is booked than the file tells of. */
    RowOutcome compare(JobState job, InputRow row, CoverageRow coverage) {
        BankAccountId account = new BankAccountId(job.clientId(), coverage.bankAccountId());
        LocalDate from = coverage.from() == null ? coverage.to() : coverage.from();
        int booked = from.datesUntil(coverage.to().plusDays(1))
                .limit(LONGEST_PERIOD)
                .mapToInt(day -> transfers.count(account, day))
                .sum();
        if (booked <= coverage.count()) {
            return Outcomes.of(row, "COMPARED", null, null);
        }
        RowFault fault = new RowFault(
                "",
                "more-booked",
                booked + " transfers of these days are booked, and this file tells of " + coverage.count());
        return Outcomes.of(row, "DIFFERS", null, null, fault);
    }
}
