package io.seikyu.command.plan;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.Approvals;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.id.ApprovalId;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an instalment plan asks, and tells.
 *
 * @param onFile approvals as they stand
 */
record PlanDesk(
        Accounts accounts,
        PlannedInvoices invoices,
        Approvals approvals,
        Function<ApprovalId, Optional<ApprovalState>> onFile,
        Schedules schedules,
        BankCalendar calendar) {}
