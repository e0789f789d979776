package io.seikyu.command.invoice;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.calendar.BankCalendar;

/** What an invoice asks, and tells, when a payer promises to pay. */
public record PromiseDesk(BankCoverage coverage, Ledgers ledgers, Schedules schedules, BankCalendar calendar) {}
