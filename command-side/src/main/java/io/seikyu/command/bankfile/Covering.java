package io.seikyu.command.bankfile;

import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.job.JobState;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.bank.BankAccountCommand.CoverBankAccount;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.job.RowOutcome;

/** When all of a file is booked, everything up to its last day is known (入金データの取込済み期間). */
final class Covering {
    private final OwnCommands commands;
    private final FailedRows failed;
    private final BusinessDay day;

    Covering(OwnCommands commands, FailedRows failed, BusinessDay day) {
        this.commands = commands;
        this.failed = failed;
        this.day = day;
    }

    /** Saying it again says nothing new. */
    RowOutcome cover(JobState job, InputRow row, CoverageRow coverage) {
        if (failed.any(job.id())) {
            RowFault fault = new RowFault(
                    "", "rows-failed", "a row of this file failed: send the file again when that is put right");
            return Outcomes.of(row, "NOT_COVERED", null, coverage.to().toString(), fault);
        }
        CoverBankAccount command = new CoverBankAccount(
                new BankAccountId(job.clientId(), coverage.bankAccountId()), coverage.to(), day.today());
        BankAccountState state =
                commands.<BankAccountState>send(job.clientId(), job.actor(), job.correlationId(), command);
        return Outcomes.of(row, "COVERED", null, state.covered().toString());
    }
}
